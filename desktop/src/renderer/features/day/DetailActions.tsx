import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { type Action, useActions } from '../../live/actions.ts'
import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { mainNumber } from '../../ui/main-number.ts'
import { boardName } from '../../ui/names.ts'
import { inSentence } from '../../ui/times.ts'
import { expectedVersion, sendConfirm } from './day-commands.ts'
import { useDay } from './day-store.ts'
import { canDo } from './detail-can.ts'
import styles from './Pane.module.css'
import { whyNoText } from './texting.ts'
import { beginMove } from './use-move.ts'
import type { Scene } from './use-scene.ts'

type DetailActionsProps = { scene: Scene; appointment: Appointment; patient: Patient | null }

/** Everything that can be done about one appointment; each has its key. */
export function DetailActions({ scene, appointment, patient }: DetailActionsProps) {
  const can = canDo(appointment, scene.now)
  const number = mainNumber(patient)
  const noText = whyNoText(patient, scene.view.optOuts)
  const name = patient ? boardName(patient) : 'this visit'
  const { id: appointmentId } = appointment
  const version = expectedVersion(appointment, scene.pending)

  const when = inSentence(scene.practice.times.dayAndTime(appointment.startsAt, scene.practice.today))
  const unconfirm = () =>
    doCommand(
      'appointment.unconfirm',
      { appointmentId, expectedVersion: version },
      `Not confirmed: ${name}`,
      `${name} is no longer confirmed`,
    )
  const confirm = () => void (can.confirm ? sendConfirm(appointment, name, `Confirm ${name}, ${when}`, version) : unconfirm())
  const finish = (as: 'completed' | 'no_show') =>
    void doCommand(
      'appointment.finish',
      { appointmentId, as, expectedVersion: version },
      `${as === 'completed' ? 'Completed' : 'No-show'}: ${name}`,
      as === 'completed' ? `${name} is completed` : `${name} is marked as a no-show`,
    )
  const ask = () => void doCommand('appointment.ask', { appointmentId }, `Ask ${name} to confirm`, `${name} is asked by text`)
  const call = () => number && dial(number)
  const text = () => number && openPlace('messages', number)
  const move = () => void beginMove(scene, appointmentId)
  const cancel = () => useDay.getState().startCancel(appointmentId)

  const group = 'Appointment'
  const actions: (Action | false)[] = [
    (can.confirm || can.unconfirm) && {
      id: 'visit-confirm',
      title: can.confirm ? 'Mark as confirmed' : 'Mark as not confirmed',
      keys: ['c'],
      group,
      run: confirm,
      isInFooter: true,
    },
    can.cancel && { id: 'visit-cancel', title: 'Cancel the visit', keys: ['x'], group, run: cancel, isInFooter: true },
    can.ask && { id: 'visit-ask', title: 'Ask to confirm by text', keys: ['a'], group, run: ask },
    { id: 'visit-person', title: 'Open the person', keys: ['o'], group, run: () => openPlace('people', appointment.patientId) },
    number !== null && { id: 'visit-text', title: 'Text the patient', keys: ['r'], group, run: () => void text() },
    number !== null && { id: 'visit-call', title: 'Call the patient', keys: ['b'], group, run: () => void call() },
  ]
  useActions(actions.filter((one) => one !== false))

  return (
    <div className={styles.actions}>
      {can.confirm ? (
        <Button tone="main" keys="c" onClick={confirm}>
          Confirm
        </Button>
      ) : null}
      {can.unconfirm ? (
        <Button keys="c" onClick={confirm}>
          Not confirmed
        </Button>
      ) : null}
      {can.move ? (
        <Button keys="m" onClick={move}>
          Move
        </Button>
      ) : null}
      {can.cancel ? (
        <Button keys="x" onClick={cancel}>
          Cancel visit
        </Button>
      ) : null}
      {can.finish && appointment.status !== 'completed' ? <Button onClick={() => finish('completed')}>Completed</Button> : null}
      {can.finish && appointment.status !== 'no_show' ? <Button onClick={() => finish('no_show')}>No-show</Button> : null}
      {can.ask ? (
        <Button keys="a" onClick={ask} disabled={noText !== null} title={noText ?? undefined}>
          Ask to confirm
        </Button>
      ) : null}
      <Button keys="o" onClick={() => openPlace('people', appointment.patientId)}>
        Person
      </Button>
      {number ? (
        <>
          <Button keys="r" onClick={text}>
            Text
          </Button>
          <Button keys="b" onClick={() => void call()}>
            Call
          </Button>
        </>
      ) : null}
      {noText ? <p className={styles.hint}>{noText}</p> : null}
    </div>
  )
}
