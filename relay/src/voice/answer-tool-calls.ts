import { createHash } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { callRecord, higherUrgency, updateCall } from '../calls/call-record.ts'
import { raiseAlarm } from '../calls/raise-alarm.ts'
import { emergencyAdvice, readUrgency } from '../calls/read-urgency.ts'
import type { InboxKey } from '../store/inbox.ts'
import { loadSetup, type OwnedPhone } from '../store/setup.ts'
import { type Ctx, type Tx, writeOnce } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { CallFacts } from './call-facts.ts'
import { oneLine } from './speak.ts'
import type { ToolCall } from './tool-calls.ts'
import { bookAppointmentTool } from './tools/book-appointment.ts'
import { checkAvailability } from './tools/check-availability.ts'
import { cancelAppointmentTool, confirmAppointmentTool, findAppointmentsTool, moveAppointmentTool } from './tools/own-appointments.ts'
import { reportEmergencyTool } from './tools/report-emergency.ts'
import { requestCallbackTool } from './tools/request-callback.ts'
import { CALL_BACK_OFFER, type Voice, type VoiceTool } from './voice-tool.ts'

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

export function isVoiceTool(name: string): name is VoiceToolName {
  return Object.hasOwn(voiceTools, name)
}

/** One speakable line for one tool call. Repeating the call gives the same line and changes nothing. `onFailure` hears of unexpected
 *  errors; the caller hears an apology, and the same call may be tried again. */
export async function answerToolCall(
  ctx: Ctx,
  phone: OwnedPhone,
  facts: CallFacts,
  call: ToolCall,
  onFailure: (error: unknown) => void,
): Promise<ToolResult> {
  const answered = (result: string): ToolResult => ({ name: call.name, toolCallId: call.id, result: oneLine(result, LONGEST_LINE) })
  if (!isVoiceTool(call.name)) return answered(`I cannot do that. ${CALL_BACK_OFFER}`)
  if (!call.id || call.args === null) return answered('I did not understand that. Could you say it again?')
  const tool: VoiceTool = voiceTools[call.name]
  const args = call.args
  const inbox: InboxKey = {
    source: 'vapi.tool',
    key: `${facts.externalId}:${call.id}`,
    requestHash: createHash('sha256')
      .update(JSON.stringify([call.name, args]))
      .digest('base64url'),
  }
  const speak = (run: VoiceTool['run']) => writeOnce(ctx, inbox, call.name, (tx) => inCall(tx, phone, facts, args, run))
  try {
    return answered((await speak(tool.run)).answer)
  } catch (error) {
    if (!(error instanceof DeskError) || !isRefusal(error)) {
      onFailure(error)
      return answered(FAILED_LINE)
    }
    const refused = tool.refused ?? (() => sayNotPossible())
    try {
      return answered((await speak((voice) => refused(voice, error))).answer)
    } catch (second) {
      onFailure(second)
      return answered(FAILED_LINE)
    }
  }
}

function isRefusal(error: DeskError): boolean {
  return [
    'SLOT_TAKEN',
    'NOT_BOOKABLE',
    'ALREADY_CANCELLED',
    'NOT_FOUND',
    'UNKNOWN_TYPE',
    'RANGE_TOO_LONG',
    'BAD_INPUT',
    'CHANGED_MEANWHILE',
  ].includes(error.code)
}

function* sayNotPossible(): Work<string> {
  yield* []
  return `That is not possible. ${CALL_BACK_OFFER}`
}

function* inCall(tx: Tx, phone: OwnedPhone, facts: CallFacts, args: Record<string, unknown>, run: VoiceTool['run']): Work<string> {
  const setup = yield* loadSetup(tx.practiceId, tx.practice)
  const call = yield* callRecord(tx, { ...facts, phoneNumberId: phone.id })
  const voice: Voice = { tx, call, caller: facts.callerNumber, setup, today: localDateOf(tx.now, setup.practice.timeZone), args }
  const line = yield* run(voice)
  const warning = yield* watchForEmergency(voice)
  if (tx.changed.calls) tx.emit(call.createdAt === tx.now ? 'call.started' : 'call.changed')
  return warning ? `${warning} ${line}` : line
}

/** Deterministic rules read what the model passed on, whatever tool it chose. They can only raise the level. */
function* watchForEmergency(voice: Voice): Work<string | null> {
  const { tx, args, caller } = voice
  const said = Object.values(args)
    .filter((value) => typeof value === 'string')
    .join('. ')
    .slice(0, 2_000)
  const { level, matched } = readUrgency(said)
  const urgency = higherUrgency(voice.call.urgency, level)
  if (urgency === voice.call.urgency) return null
  voice.call = yield* updateCall(tx, { ...voice.call, urgency })
  if (level !== 'emergency') return null
  yield* raiseAlarm(tx, {
    description: oneLine(said, 400),
    matched,
    phoneNumber: caller,
    callerName: null,
    patientId: null,
    callId: voice.call.id,
    messageId: null,
  })
  return emergencyAdvice(level, said)
}
