import type { WorkView } from '../../../ipc/views.ts'
import { attemptsIn } from '../../live/attempts.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Part } from '../../ui/Subject.tsx'
import { inSentence } from '../../ui/times.ts'
import styles from './FollowUpFacts.module.css'
import { type FollowUp, isCallback } from './follow-up.ts'

type FollowUpFactsProps = { one: FollowUp; work: WorkView; practice: PracticeNow }

/** What they want in their own words, how it came about, and the visit it is about. */
export function FollowUpFacts({ one, work, practice }: FollowUpFactsProps) {
  const { times, today } = practice
  const call = one.source?.place === 'calls' ? work.calls.find((call) => call.id === one.source?.id) : undefined
  const isOpen = one.status === 'open'
  return (
    <>
      <Part title={isCallback(one) ? 'What they want' : 'What is to do'}>
        {one.said ? (
          <blockquote className={styles.said}>
            <PersonText>{one.said}</PersonText>
          </blockquote>
        ) : null}
        <p className={styles.reason}>
          <PersonText>{one.reason}</PersonText>
        </p>
        {call?.summary ? (
          <p className={styles.summary}>
            <PersonText>{call.summary}</PersonText>
          </p>
        ) : null}
      </Part>
      {one.appointment ? <LostVisit one={one} appointment={one.appointment} practice={practice} /> : null}
      {one.note ? (
        <Part title="Tried so far">
          <ul className={styles.attempts}>
            {attemptsIn(one.note).map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end, and two may read alike.
              <li key={at}>
                <PersonText>{line}</PersonText>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title="How it stands">
        <dl className={styles.facts}>
          <dt>Began</dt>
          <dd>{one.origin}</dd>
          {isCallback(one) && one.dueAt ? (
            <>
              <dt>{isOpen ? 'Due' : 'Was due'}</dt>
              <dd>{times.dayAndTime(one.dueAt, today)}</dd>
            </>
          ) : null}
          {one.isNameGiven ? (
            <>
              <dt>Name</dt>
              <dd>as it was given, not from the records</dd>
            </>
          ) : null}
          <dt>Owner</dt>
          <dd>{one.owner ?? 'nobody yet'}</dd>
          {isOpen ? null : (
            <>
              <dt>Done</dt>
              <dd>{one.doneAt ? times.dayAndTime(one.doneAt, today) : 'yes'}</dd>
              <dt>Outcome</dt>
              <dd>
                <PersonText>{one.outcome ?? 'none written'}</PersonText>
              </dd>
            </>
          )}
        </dl>
        {one.source ? (
          <Button size="small" onClick={() => one.source && openPlace(one.source.place, one.source.id)}>
            {one.source.words}
          </Button>
        ) : null}
      </Part>
    </>
  )
}

type LostVisitProps = { one: FollowUp; appointment: NonNullable<FollowUp['appointment']>; practice: PracticeNow }

function LostVisit({ one, appointment, practice }: LostVisitProps) {
  const { times, today, typeName, providerName, operatoryName } = practice
  const isLost = appointment.status === 'cancelled'
  return (
    <Part title={isLost ? 'The lost visit' : 'The visit'}>
      <div className={styles.visit} data-lost={isLost || undefined}>
        <p>
          <strong>{times.dayAndTime(appointment.startsAt, today)}</strong> {typeName(appointment.appointmentTypeId)}
        </p>
        <p className={styles.second}>
          {providerName(appointment.providerId)}, {operatoryName(appointment.operatoryId)}
          {appointment.cancelledAt ? ` · cancelled ${inSentence(times.dayAndTime(appointment.cancelledAt, today))}` : ''}
        </p>
        {appointment.cancellationReason ? (
          <p className={styles.second}>
            <PersonText>{appointment.cancellationReason}</PersonText>
          </p>
        ) : null}
        {one.openingId ? <p className={styles.second}>Its time is still open.</p> : null}
        <div className={styles.buttons}>
          <Button size="small" onClick={() => openPlace('day', appointment.id)}>
            Open visit
          </Button>
          {one.openingId ? (
            <Button size="small" onClick={() => openPlace('day', one.openingId)}>
              Fill this opening
            </Button>
          ) : null}
        </div>
      </div>
    </Part>
  )
}
