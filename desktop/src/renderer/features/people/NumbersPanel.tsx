import type { ContactPoint } from '@dentalanswer/shared/domain/patient.ts'
import { useState } from 'react'
import type { PersonView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { textsFrom, whyNoSender } from '../../ui/thread/text-sender.ts'
import { AddNumber } from './AddNumber.tsx'
import styles from './PersonPage.module.css'
import { textingState } from './texting-state.ts'

type NumbersPanelProps = { practice: PracticeNow; person: PersonView }

/** How this person is reached, and whether they may be texted there. */
export function NumbersPanel({ practice, person }: NumbersPanelProps) {
  const { patient } = person
  const [isAdding, setAdding] = useState(false)
  const points = patient.contactPoints.filter((one) => one.status !== 'removed').sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
  return (
    <Panel title="Numbers and texting" isFlush>
      {points.length === 0 ? <p className={styles.empty}>No number yet, so this person cannot be phoned or texted.</p> : null}
      <ul className={styles.rows}>
        {points.map((point) => (
          <NumberRow key={point.phoneNumber} practice={practice} person={person} point={point} />
        ))}
        <li>
          {isAdding ? (
            <AddNumber practice={practice} patient={patient} onDone={() => setAdding(false)} />
          ) : (
            <Button size="small" onClick={() => setAdding(true)}>
              Add a number
            </Button>
          )}
        </li>
      </ul>
    </Panel>
  )
}

function NumberRow({ practice, person, point }: NumbersPanelProps & { point: ContactPoint }) {
  const { patient } = person
  const [isRemoving, setRemoving] = useState(false)
  const { phoneNumber, label, isPrimary } = point
  const number = practice.phone(phoneNumber)
  const name = fullName(patient)
  const makeMain = () =>
    void doCommand(
      'contact.add',
      { patientId: patient.id, phoneNumber, label, isPrimary: true },
      `Main number of ${name}: ${number}`,
      'Main number changed.',
    )
  const remove = () =>
    void doCommand('contact.remove', { patientId: patient.id, phoneNumber }, `Take ${number} off ${name}`, 'Number taken off.').then(() =>
      setRemoving(false),
    )
  return (
    <li>
      <div className={styles.words}>
        <p className={styles.line}>
          <strong>
            <PersonText>{number}</PersonText>
          </strong>
          <span className={styles.second}>{label}</span>
          {isPrimary ? <Tag tone="accent">Main</Tag> : null}
        </p>
        <Consent practice={practice} person={person} point={point} />
      </div>
      {isRemoving ? (
        <span className={styles.actions}>
          <span className={styles.second}>Take this number off?</span>
          <Button size="small" tone="danger" onClick={remove}>
            Take off
          </Button>
          <Button size="small" autoFocus onClick={() => setRemoving(false)}>
            Keep
          </Button>
        </span>
      ) : (
        <span className={styles.actions}>
          {isPrimary || point.status !== 'active' ? null : (
            <Button size="small" tone="quiet" aria-label={`Make ${number} the main number`} onClick={makeMain}>
              Make main
            </Button>
          )}
          <Button size="small" tone="quiet" aria-label={`Take off ${number}`} onClick={() => setRemoving(true)}>
            Take off…
          </Button>
        </span>
      )}
    </li>
  )
}

/** Only the patient can switch texts back on, so there is no button for it. */
function Consent({ practice, person, point }: NumbersPanelProps & { point: ContactPoint }) {
  const { times, today, setup } = practice
  const state = textingState(point, person.optOuts, person.messages)
  const textTo = setup.phoneNumbers.find((one) => one.isPrimary)?.phoneNumber ?? setup.practice.phoneNumber
  if (state.kind === 'allowed') {
    const noSender = whyNoSender(textsFrom(setup.phoneNumbers))
    return <p className={styles.second}>{noSender ? `Texts allowed. ${noSender.words}` : 'Texts allowed'}</p>
  }
  if (state.kind === 'wrongNumber')
    return (
      <p className={styles.line}>
        <Tag tone="amber">Texting stopped: said wrong number</Tag>
        <span className={styles.second}>Ask for the right one; adding this number again allows texts.</span>
      </p>
    )
  return (
    <>
      <p className={styles.line}>
        <Tag tone="amber">Texts off</Tag>
        <span className={styles.second}>
          since {times.dayAndTime(state.since, today)}, {state.how}
          {state.words ? <PersonText>{`: “${state.words}”`}</PersonText> : null}
        </span>
      </p>
      <p className={styles.second}>
        Only they can switch texts back on: ask them to text START to <strong>{practice.phone(textTo)}</strong>
        {person.household.length > 0 ? '. It holds for everyone on this number.' : '.'}
      </p>
    </>
  )
}
