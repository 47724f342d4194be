import type { AlarmId, ChangeId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, addMinutes, type Instant, instantAt } from '@dentalanswer/shared/domain/practice-time.ts'
import { deskNow } from '../../live/clock.ts'
import { offerUndo } from '../../live/last-undo.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { doCommand, runCommand, wordsOf } from '../../live/run-command.ts'
import { useSession } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { useMessages } from './messages-store.ts'

const staff = () => useSession.getState().preferences?.staffName ?? ''

/** Sends what is written to a number. The draft goes only when the text has gone or waits visibly. */
export async function sendText(phoneNumber: PhoneNumber, body: string, who: string): Promise<boolean> {
  try {
    const outcome = await runCommand('text.send', { to: phoneNumber, body }, `Text ${who}`)
    if (outcome.kind === 'waiting') tell({ tone: 'waiting', text: `The text to ${who} waits for the connection.` })
    // What was typed meanwhile is the next draft.
    if (useMessages.getState().drafts[phoneNumber]?.trim() === body) useMessages.getState().write(phoneNumber, '')
    return true
  } catch (error) {
    tell({ tone: 'problem', text: wordsOf(error) })
    return false
  }
}

export const takeOver = (phoneNumber: PhoneNumber, who: string) =>
  doCommand('thread.takeOver', { phoneNumber, by: staff() }, `Take over ${who}`, 'Yours now. The machine answers nothing here.')

export const handBack = (phoneNumber: PhoneNumber, who: string) =>
  doCommand('thread.handBack', { phoneNumber }, `Hand back ${who}`, 'The machine answers this thread again.')

export const markDone = (phoneNumber: PhoneNumber, who: string) =>
  doCommand('thread.done', { phoneNumber }, `Texts of ${who} done`, 'Done.')

/** Out of sight until then, or back at once with null; the line at the foot can take it back. */
export async function snooze(phoneNumber: PhoneNumber, who: string, until: Instant | null, words: string): Promise<void> {
  const label = until ? `Later: ${who}` : `Back now: ${who}`
  const outcome = await doCommand('thread.snooze', { phoneNumber, until }, label)
  if (outcome?.kind !== 'done') return
  const back = () => void snooze(phoneNumber, who, null, 'Back in the list.')
  if (until) offerUndo({ words: `the snooze of ${who}`, run: back })
  tell({ tone: 'done', text: words, ...(until ? { action: { title: 'Undo', run: back } } : {}) })
}

const MORNING_MINUTE = 8 * 60

/** When a snoozed thread may come back. */
export function snoozeChoices(practice: PracticeNow): { title: string; until: () => Instant; words: string }[] {
  const tomorrow = instantAt(addDays(practice.today, 1), MORNING_MINUTE, practice.setup.practice.timeZone)
  return [
    { title: 'In an hour', until: () => addMinutes(deskNow(), 60), words: 'Back in an hour.' },
    {
      title: `Tomorrow ${practice.times.time(tomorrow)}`,
      until: () => tomorrow,
      words: `Back tomorrow at ${practice.times.time(tomorrow)}.`,
    },
  ]
}

export const undoChange = (changeId: string, words: string) =>
  doCommand('change.undo', { changeId: changeId as ChangeId }, `Undo: ${words}`, `Undone: ${words}.`)

export const acknowledge = (alarmId: string, who: string) =>
  doCommand('alarm.acknowledge', { alarmId: alarmId as AlarmId, by: staff() }, `Acknowledge ${who}`, 'Acknowledged.')
