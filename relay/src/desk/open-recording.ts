import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { Recording, VoiceAgent } from '../ports/voice-agent.ts'
import { entityTables } from '../store/registry.ts'
import type { Work } from '../store/work.ts'
import { auditReading } from './audit-reading.ts'
import type { DeskCtx } from './desk-context.ts'

type Wanted = { callId: CallId; range: string | null; signal: AbortSignal }

const NONE = 'There is no recording of this call.'

/** The recording of a call, or the part of it that `range` names; that somebody listened is kept. Throws `NOT_FOUND`,
 *  `VENDOR_UNAVAILABLE`. */
export async function openRecording(ctx: DeskCtx, voiceAgent: VoiceAgent | null, wanted: Wanted): Promise<Recording> {
  const recordingRef = await ctx.store.write('read-recording', () => noteListening(ctx, wanted.callId))
  if (!recordingRef) throw new DeskError('NOT_FOUND', NONE)
  const recording = await fetchRecording(voiceAgent, recordingRef, wanted)
  if (!recording) throw new DeskError('NOT_FOUND', NONE)
  return recording
}

function* noteListening(ctx: DeskCtx, callId: CallId): Work<string | null> {
  const call = yield* entityTables.calls.find(ctx.practiceId, callId)
  if (!call) throw new DeskError('NOT_FOUND', 'That call no longer exists, or never did.')
  if (call.recordingRef) yield* auditReading(ctx, 'recording.read', 'call', callId)
  return call.recordingRef
}

async function fetchRecording(voiceAgent: VoiceAgent | null, recordingRef: string, wanted: Wanted): Promise<Recording | null> {
  const unavailable = 'The recording cannot be fetched from the voice service just now. Try again in a few minutes.'
  if (!voiceAgent) throw new DeskError('VENDOR_UNAVAILABLE', 'The relay has no key for the voice service, so it cannot fetch recordings.')
  try {
    return await voiceAgent.openRecording(recordingRef, wanted.range, wanted.signal)
  } catch (cause) {
    throw new DeskError('VENDOR_UNAVAILABLE', unavailable, { cause })
  }
}
