import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { attemptLine } from '../../live/attempts.ts'
import { deskNow } from '../../live/clock.ts'
import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { doCommand, runCommand, wordsOf } from '../../live/run-command.ts'
import { useSession, whoIsHere } from '../../live/session.ts'
import { confirmVisits } from '../../live/visit-acts.ts'
import { type CallOutcome, withCallNote } from './call-notes.ts'
import { type AskResult, useConfirm } from './confirm-store.ts'
import type { Household, Visit } from './households-of.ts'
import { visitLabel } from './visit-words.ts'

/** Asks about each visit of a household that may be asked about. */
export async function askHousehold(household: Household, practice: PracticeNow): Promise<void> {
  for (const visit of household.open.filter((one) => one.step.kind === 'ask')) {
    const label = `Ask ${visitLabel(visit, practice)}`
    await doCommand('appointment.ask', { appointmentId: visit.appointment.id }, label, 'The request goes out by text.')
  }
}

/** Asks one after the other and writes down how each went. A visit that was answered meanwhile is refused by the relay, which is fine. */
export async function askBatch(visits: readonly Visit[], practice: PracticeNow): Promise<void> {
  const { note, setSending } = useConfirm.getState()
  setSending(true)
  for (const visit of visits) {
    const { id } = visit.appointment
    if (useConfirm.getState().batch?.results[id]?.tone === 'done') continue
    note(id, { tone: 'sending', words: 'Being asked' })
    note(id, await askOne(visit, practice))
  }
  setSending(false)
}

async function askOne(visit: Visit, practice: PracticeNow): Promise<AskResult> {
  try {
    const outcome = await runCommand('appointment.ask', { appointmentId: visit.appointment.id }, `Ask ${visitLabel(visit, practice)}`)
    return outcome.kind === 'done' ? { tone: 'done', words: 'Asked' } : { tone: 'waiting', words: 'Waits for the connection' }
  } catch (error) {
    return { tone: 'problem', words: wordsOf(error) }
  }
}

/** A person heard that they are coming. */
export async function markConfirmed(visits: readonly Visit[], practice: PracticeNow): Promise<void> {
  await confirmVisits(visits.map((visit) => ({ appointmentId: visit.appointment.id, label: `Confirm ${visitLabel(visit, practice)}` })))
}

export async function cancelVisit(visit: Visit, practice: PracticeNow, form: { reason: string; sendText: boolean }): Promise<boolean> {
  const outcome = await doCommand(
    'appointment.cancel',
    {
      appointmentId: visit.appointment.id,
      reason: form.reason.trim(),
      sendText: form.sendText,
      expectedVersion: visit.appointment.version,
    },
    `Cancel ${visitLabel(visit, practice)}`,
    `${visitLabel(visit, practice)}: cancelled.`,
  )
  return outcome !== null
}

/** Calls, and asks how it went. */
export function callHousehold(household: Household): void {
  const visit = household.open[0] ?? household.visits[0]
  if (!household.phoneNumber || !visit) return
  useConfirm.getState().openForm({ kind: 'call', visitId: visit.appointment.id })
  void dial(household.phoneNumber)
}

const TRY_AGAIN_MINUTES = 120

/** Writes down what a call came to: the visit confirmed, or a line in its note. */
export async function takeOutcome(outcome: CallOutcome, household: Household, visit: Visit, practice: PracticeNow): Promise<void> {
  const { openForm } = useConfirm.getState()
  if (outcome === 'cancelled')
    return openForm({ kind: 'cancel', visitId: visit.appointment.id, reason: 'Called: not coming', sendText: false })
  openForm(null)
  if (outcome === 'confirmed') return markConfirmed(household.open.length > 0 ? household.open : [visit], practice)
  if (outcome === 'move') return openPlace('day', visit.appointment.id)
  const { note, id, version } = visit.appointment
  const when = practice.times.dayAndTime(deskNow(), practice.today).replace(/^Today /, `${practice.times.shortDay(practice.today)} `)
  const by = useSession.getState().preferences?.staffName ?? ''
  await doCommand(
    'appointment.note',
    { appointmentId: id, note: withCallNote(note, outcome, when, by), expectedVersion: version },
    `Note the call: ${visitLabel(visit, practice)}`,
    outcome === 'voicemail' ? 'Voicemail noted.' : 'No answer noted.',
  )
}

/** A promise to try again in two hours, kept in Callbacks. */
export async function callAgainLater(household: Household, visit: Visit, practice: PracticeNow): Promise<void> {
  useConfirm.getState().openForm(null)
  await doCommand(
    'callback.create',
    {
      patientId: visit.appointment.patientId,
      callerName: null,
      phoneNumber: household.phoneNumber,
      reason: `Not confirmed: ${visitLabel(visit, practice)}`.slice(0, 300),
      urgency: 'routine',
      owner: null,
      note: attemptLine('called, not confirmed yet', deskNow(), practice, whoIsHere()),
      dueAt: addMinutes(deskNow(), TRY_AGAIN_MINUTES),
    },
    `Call again: ${visitLabel(visit, practice)}`,
    'In Callbacks, due in 2 hours.',
  )
}
