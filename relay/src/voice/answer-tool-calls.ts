import { createHash } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { callRecord } from '../calls/call-record.ts'
import type { InboxKey } from '../store/inbox.ts'
import type { CallLine } from '../store/onboarding-runs.ts'
import { loadSetup } from '../store/setup.ts'
import { isDuplicate } from '../store/store-error.ts'
import { type Ctx, type Tx, write, writeOnce } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { type CallFacts, callerOf } from './call-facts.ts'
import { oneLine } from './speak.ts'
import { type ToolCall, toolName } from './tool-calls.ts'
import { bookAppointmentTool } from './tools/book-appointment.ts'
import { checkAvailability } from './tools/check-availability.ts'
import { moveAppointmentTool } from './tools/move-appointment.ts'
import { cancelAppointmentTool, confirmAppointmentTool, findAppointmentsTool } from './tools/own-appointments.ts'
import { reportEmergencyTool } from './tools/report-emergency.ts'
import { requestCallbackTool } from './tools/request-callback.ts'
import { CALL_BACK_OFFER, type Voice, type VoiceTool } from './voice-tool.ts'
import { adviceFor, type Heard, hear, watchForEmergency, withAdvice } from './watch-for-emergency.ts'

export const voiceTools = {
  'check-availability': checkAvailability,
  'book-appointment': bookAppointmentTool,
  'find-appointments': findAppointmentsTool,
  'confirm-appointment': confirmAppointmentTool,
  'cancel-appointment': cancelAppointmentTool,
  'move-appointment': moveAppointmentTool,
  'request-callback': requestCallbackTool,
  'report-emergency': reportEmergencyTool,
} satisfies Record<string, VoiceTool>
export type VoiceToolName = keyof typeof voiceTools

export type ToolResult = { name: string; toolCallId: string; result: string }

const LONGEST_LINE = 600
const FAILED_LINE = `I am sorry, I could not do that just now. ${CALL_BACK_OFFER}`
export const NOT_HEARD_LINE = 'I did not understand that. Could you say it again?'

/** The tool that a call names; failing that the one whose address it was posted to. */
export function toolOf(call: ToolCall, path: string): VoiceToolName | null {
  return ([toolName(call.name), toolName(path)].find((name) => Object.hasOwn(voiceTools, name)) as VoiceToolName | undefined) ?? null
}

type Asked = { ctx: Ctx; phone: CallLine; facts: CallFacts; call: ToolCall; tool: VoiceToolName | null; onFailure(error: unknown): void }

/** One speakable line for one tool call. Repeating the call gives the same line and changes nothing. `onFailure` hears of unexpected
 *  errors; the caller hears an apology, and the same call may be tried again. */
export async function answerToolCall(asked: Asked): Promise<ToolResult> {
  const { call, tool } = asked
  const line = await lineFor({ ...asked, heard: hear(call.said) })
  return { name: call.name || (tool ?? ''), toolCallId: call.id, result: oneLine(line, LONGEST_LINE) }
}

type AskedAndHeard = Asked & { heard: Heard }

async function lineFor(asked: AskedAndHeard): Promise<string> {
  const { ctx, call, tool, facts, onFailure } = asked
  if (!tool) return listenOnly(asked, `I cannot do that. ${CALL_BACK_OFFER}`)
  if (!call.id || call.args === null) return listenOnly(asked, NOT_HEARD_LINE)
  const args = call.args
  const inbox: InboxKey = {
    source: 'vapi.tool',
    key: `${facts.externalId}:${call.id}:${tool}`,
    requestHash: createHash('sha256')
      .update(JSON.stringify([tool, args]))
      .digest('base64url'),
  }
  const verb: VoiceTool = voiceTools[tool]
  const speak = async (run: VoiceTool['run']) => (await writeOnce(ctx, inbox, tool, (tx) => inCall(tx, asked, args, run))).answer
  try {
    return await speak(verb.run)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) {
      onFailure(error)
      return listenOnly(asked, FAILED_LINE)
    }
    try {
      const { refused } = verb
      return await speak(refused ? (voice) => refused(voice, refusal) : sayNotPossible)
    } catch (second) {
      onFailure(second)
      return listenOnly(asked, FAILED_LINE)
    }
  }
}

const REFUSALS = [
  'SLOT_TAKEN',
  'NOT_BOOKABLE',
  'ALREADY_CANCELLED',
  'NOT_FOUND',
  'UNKNOWN_TYPE',
  'RANGE_TOO_LONG',
  'BAD_INPUT',
  'CHANGED_MEANWHILE',
]

/** Trouble that a caller can be told about; null for what nobody expected. The database's own refusal of a second claim is one too. */
function refusalOf(error: unknown): DeskError | null {
  if (isDuplicate(error)) return new DeskError('SLOT_TAKEN', 'That time is already taken.', { cause: error })
  return error instanceof DeskError && REFUSALS.includes(error.code) ? error : null
}

function* sayNotPossible(): Work<string> {
  yield* []
  return `That is not possible. ${CALL_BACK_OFFER}`
}

function* inCall(tx: Tx, asked: AskedAndHeard, args: Record<string, unknown>, run: VoiceTool['run']): Work<string> {
  const voice = yield* voiceOf(tx, asked, args)
  const { tool, heard } = asked
  const isNews = tool !== 'report-emergency' && (yield* watchForEmergency(voice, heard))
  const line = yield* run(voice)
  if (tx.changed.calls) tx.emit(voice.call.createdAt === tx.now ? 'call.started' : 'call.changed')
  // A booking comes after the advice was heard once, unless nothing was said of it before.
  const isToldElsewhere = tool === 'report-emergency' || (tool === 'book-appointment' && !isNews)
  return isToldElsewhere ? line : withAdvice(heard, line, tx)
}

function* voiceOf(tx: Tx, { phone, facts }: Asked, args: Record<string, unknown>): Work<Voice> {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const call = yield* callRecord(tx, { ...facts, phoneNumberId: phone.id })
  return { tx, call, caller: callerOf(setup, facts), setup, today: localDateOf(tx.now, setup.practice.timeZone), args }
}

/** An emergency is heard even in a call that cannot be answered, and when answering failed. */
async function listenOnly(asked: AskedAndHeard, line: string): Promise<string> {
  const advice = adviceFor(asked.heard)
  if (!advice) return line
  try {
    await write(asked.ctx, 'listen', function* (tx) {
      const voice = yield* voiceOf(tx, asked, {})
      yield* watchForEmergency(voice, asked.heard)
      if (tx.changed.calls) tx.emit('call.changed')
    })
  } catch (error) {
    asked.onFailure(error)
  }
  return advice
}
