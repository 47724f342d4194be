import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Change } from '@dentalanswer/shared/domain/change.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import { BridgeError } from '../../bridge.ts'
import { openPlace } from '../../live/places.ts'
import { doCommand, runCommand, wordsOf } from '../../live/run-command.ts'
import { useSession, whoIsHere } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'

const staffName = () => useSession.getState().preferences?.staffName ?? ''

/** Has the call put through to the practice. It cannot wait: offline it is refused in words. */
export async function takeOver(call: Call, who: string): Promise<void> {
  try {
    await runCommand('call.takeOver', { callId: call.id, by: staffName() }, `Take over ${who}`, false)
    tell({ tone: 'done', text: 'The call is being put through to the practice. Pick up when it rings.' })
  } catch (error) {
    const action = { title: 'Open Setup', run: () => openPlace('setup') }
    const isNumberMissing = error instanceof BridgeError && error.code === 'NO_TRANSFER_NUMBER'
    tell({ tone: 'problem', text: refusalWords(error), ...(isNumberMissing && { action }) })
  }
}

function refusalWords(error: unknown): string {
  if (!(error instanceof BridgeError)) return wordsOf(error)
  if (error.code === 'CALL_OVER') return 'The call is over.'
  if (error.code === 'NO_TRANSFER_NUMBER') return 'Setup has no number to put calls through to.'
  return error.message
}

export const undoChange = (change: Change, words: string) =>
  doCommand('change.undo', { changeId: change.id }, `Undo: ${words}`, 'Undone. The visit is as it was before the call.')

export const takeCallback = (one: Callback, who: string) =>
  doCommand('callback.change', { callbackId: one.id, owner: whoIsHere() }, `Take the callback for ${who}`, 'Yours now.')

export const takeLead = (one: Lead, who: string) =>
  doCommand('lead.change', { leadId: one.id, owner: whoIsHere() }, `Take the follow-up for ${who}`, 'Yours now.')

export const acknowledge = (one: Alarm, who: string) =>
  doCommand('alarm.acknowledge', { alarmId: one.id, by: staffName() }, `Acknowledge the emergency of ${who}`, 'Acknowledged.')
