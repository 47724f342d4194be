import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { CallView } from '../../../ipc/views.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Part } from '../../ui/Subject.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { inSentence } from '../../ui/times.ts'
import styles from './CallChanges.module.css'
import { undoChange } from './call-commands.ts'
import { isLiveCall } from './call-outcome.ts'
import { CHANGE_TITLES, changeWords, visitNow, whyWords } from './change-words.ts'

type CallChangesProps = { view: CallView; practice: PracticeNow }

/** What the call changed in the schedule, why, and the way back. */
export function CallChanges({ view, practice }: CallChangesProps) {
  if (view.changes.length === 0 && isLiveCall(view.call)) return null
  return (
    <Part title="What this call changed">
      {view.changes.length === 0 ? <p className={styles.none}>Nothing in the schedule.</p> : null}
      <ul className={styles.changes}>
        {view.changes.map((one) => (
          <ChangeRow key={one.id} change={one} view={view} practice={practice} isOnly={newestId(view) === one.id} />
        ))}
      </ul>
      {view.messages.length > 0 ? (
        <p className={styles.texts}>
          {view.messages.length === 1 ? 'One text was sent about it.' : `${view.messages.length} texts were sent about it.`}{' '}
          <Button size="small" tone="quiet" onClick={() => openPlace('messages', view.messages[0]?.patientNumber)}>
            Read
          </Button>
        </p>
      ) : null}
    </Part>
  )
}

const newestId = ({ changes }: CallView) => changes.findLast((one) => one.undoneAt === null)?.id

type ChangeRowProps = CallChangesProps & { change: Change; isOnly: boolean }

function ChangeRow({ change, view, practice, isOnly }: ChangeRowProps) {
  const queued = useQueuedFor('changeId', change.id)
  const appointment = view.appointments.find((one) => one.id === change.appointmentId)
  const patient = view.patients.find((one) => one.id === appointment?.patientId)
  const words = changeWords(change, appointment, practice)
  const visit = appointment
    ? `${practice.typeName(appointment.appointmentTypeId)} · ${practice.providerName(appointment.providerId)}, ${practice.operatoryName(appointment.operatoryId)}`
    : ''
  return (
    <li className={styles.change} data-undone={change.undoneAt !== null || undefined}>
      <div className={styles.words}>
        <p className={styles.title}>
          <Tag tone={change.undoneAt ? 'grey' : 'violet'}>{CHANGE_TITLES[change.action]}</Tag>
          <PersonText className={styles.who}>{patient ? fullName(patient) : 'A patient'}</PersonText>
          {appointment ? <span>{visitNow(change, appointment, practice)}</span> : null}
        </p>
        {visit ? <p className={styles.visit}>{visit}</p> : null}
        <p className={styles.why}>{whyWords(change)}</p>
      </div>
      <div className={styles.buttons}>
        {change.undoneAt ? <Tag>{`Undone ${inSentence(practice.times.dayAndTime(change.undoneAt, practice.today))}`}</Tag> : null}
        {queued.length > 0 ? <Tag tone="amber">Undo waits for the connection</Tag> : null}
        {appointment ? (
          <Button size="small" tone="quiet" onClick={() => openPlace('day', appointment.id)}>
            Open visit
          </Button>
        ) : null}
        {!change.undoneAt && queued.length === 0 ? (
          <Button size="small" keys={isOnly ? 'z' : undefined} onClick={() => void undoChange(change, words)}>
            Undo
          </Button>
        ) : null}
      </div>
    </li>
  )
}
