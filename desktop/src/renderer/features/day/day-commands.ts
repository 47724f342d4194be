import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import { offerUndo } from '../../live/last-undo.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { doCommand, runCommand } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import type { PendingChange } from '../../ui/board/pending.ts'
import { inSentence } from '../../ui/times.ts'
import { useDay } from './day-store.ts'
import { isMoved, type MoveDraft } from './move-draft.ts'
import { refusalOf } from './relay-refusal.ts'

let sent = 0

/** An earlier change of the visit still waits here, so the version this desk knows is not the one the relay will find. */
export function expectedVersion(appointment: Appointment, pending: readonly PendingChange[]): number | undefined {
  return pending.some((one) => one.kind !== 'book' && one.appointmentId === appointment.id) ? undefined : appointment.version
}

type MoveOptions = { version: number | undefined; isOverbooked: boolean; sendText: boolean }

/** Sends a move. The visit is shown as moving until the relay has answered; a refusal brings the draft back with what it offers. */
export async function sendMove(practice: PracticeNow, move: MoveDraft, options: MoveOptions): Promise<void> {
  const { endMove, addSending, removeSending, startMove, select } = useDay.getState()
  if (!isMoved(move)) return endMove()
  const { appointment, startsAt, name } = move
  const when = inSentence(practice.times.dayAndTime(startsAt, practice.today))
  const label = `Move ${name} to ${when}`
  const where = { startsAt, providerId: move.providerId as ProviderId, operatoryId: move.operatoryId as OperatoryId }
  const key = `move-${++sent}`
  endMove()
  select(appointment.id)
  addSending({ kind: 'move', key, label, state: 'sending', appointmentId: appointment.id, ...where })
  try {
    const outcome = await runCommand(
      'appointment.move',
      {
        appointmentId: appointment.id,
        ...where,
        overbookReason: options.isOverbooked ? move.reason.trim() : null,
        expectedVersion: options.version,
        sendText: options.sendText,
      },
      label,
    )
    if (outcome.kind === 'waiting') tell({ tone: 'waiting', text: `${label}: in pencil. It is checked when the desk is connected.` })
    else sayMoved(practice, appointment, outcome.value, name, when, options.sendText)
  } catch (error) {
    const refusal = refusalOf(error)
    if (useDay.getState().move === null) startMove({ ...move, appointment: refusal.present ?? appointment, refusal, isSending: false })
    else tell({ tone: 'problem', text: `${label}: ${refusal.message}` })
  } finally {
    removeSending(key)
  }
}

function sayMoved(practice: PracticeNow, before: Appointment, after: Appointment, name: string, when: string, sendText: boolean): void {
  const was = inSentence(practice.times.dayAndTime(before.startsAt, practice.today))
  const back = () =>
    void doCommand(
      'appointment.move',
      {
        appointmentId: before.id,
        startsAt: before.startsAt,
        providerId: before.providerId,
        operatoryId: before.operatoryId,
        // Where it stood was agreed before, whatever the rules say of it.
        overbookReason: before.overbookReason ?? 'Moved back',
        expectedVersion: after.version,
        sendText,
      },
      `Move ${name} back to ${was}`,
      `${name} is back at ${was}`,
    )
  offerUndo({ words: `the move of ${name}`, run: back })
  tell({ tone: 'done', text: `${name} moved to ${when}`, action: { title: 'Undo', run: back } })
}

type CancelOptions = { name: string; reason: string; sendText: boolean; version: number | undefined }

export async function sendCancel(practice: PracticeNow, appointment: Appointment, options: CancelOptions): Promise<boolean> {
  const { addSending, removeSending } = useDay.getState()
  const label = `Cancel ${options.name}, ${inSentence(practice.times.dayAndTime(appointment.startsAt, practice.today))}`
  const key = `cancel-${++sent}`
  addSending({ kind: 'cancel', key, label, state: 'sending', appointmentId: appointment.id })
  const { reason, sendText, version } = options
  const outcome = await doCommand(
    'appointment.cancel',
    { appointmentId: appointment.id, reason, sendText, expectedVersion: version },
    label,
    `${options.name} is cancelled`,
  )
  removeSending(key)
  return outcome !== null
}

/** Marks a visit confirmed by a person; it can be taken back at once. */
export async function sendConfirm(appointment: Appointment, name: string, label: string, version: number | undefined): Promise<void> {
  const { id: appointmentId } = appointment
  const outcome = await doCommand('appointment.confirm', { appointmentId, expectedVersion: version }, label)
  if (outcome?.kind !== 'done') return
  const back = () =>
    void doCommand(
      'appointment.unconfirm',
      { appointmentId, expectedVersion: outcome.value.version },
      `Undo: ${label}`,
      `${name} is no longer confirmed`,
    )
  offerUndo({ words: `the confirmation of ${name}`, run: back })
  tell({ tone: 'done', text: `${name} is confirmed`, action: { title: 'Undo', run: back } })
}
