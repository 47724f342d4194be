import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { recordingPath } from '@dentalanswer/shared/contract/routes.ts'
import { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { openRecording } from '../../desk/open-recording.ts'
import type { Recording } from '../../ports/voice-agent.ts'
import { type DeskEnv, requireDevice } from '../require-device.ts'

/** The cast only makes the pattern: a name in the place of an id. */
const PATH = recordingPath(':callId' as CallId)

/** What a player sends; several parts at once, and other units, are answered with the whole. */
const RANGE = /^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/

/** The audio of a call, streamed from the voice service to the desk and kept nowhere. */
export function recordingRoutes(deps: RelayDeps) {
  return new Hono<DeskEnv>().get(PATH, requireDevice(deps), async (c) => {
    const callId = CallId.safeParse(c.req.param('callId'))
    if (!callId.success) throw new DeskError('BAD_INPUT', 'That is not the id of a call.')
    const asked = c.req.header('range') ?? ''
    const range = RANGE.test(asked) ? asked : null
    const leaving = new AbortController()
    const recording = await openRecording(c.get('desk'), deps.voiceAgent, {
      callId: callId.data,
      range,
      signal: AbortSignal.any([c.req.raw.signal, leaving.signal]),
    })
    const audio = c.req.method === 'HEAD' ? null : recording.body
    // Nobody would read the audio of a HEAD request.
    if (audio === null) leaving.abort()
    return audio ? c.body(audio, recording.status, headersOf(recording)) : c.body(null, recording.status, headersOf(recording))
  })
}

function headersOf({ contentType, contentLength, contentRange }: Recording): Record<string, string> {
  return {
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(contentLength ? { 'content-length': contentLength } : {}),
    ...(contentRange ? { 'content-range': contentRange } : {}),
  }
}
