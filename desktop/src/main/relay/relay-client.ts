import { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import { DeskError, ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import { deskRoutes, recordingPath } from '@dentalanswer/shared/contract/routes.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { Secrets } from '../core/secrets.ts'
import type { ClockOffset } from './clock-offset.ts'
import { NotARelay, relayFetch } from './relay-fetch.ts'

const COMMAND_MS = 10_000
const SNAPSHOT_MS = 60_000

export type RelayClient = ReturnType<typeof relayClient>

/** Everything this desk asks its relay for, but the feed. `ask` throws as `deskClient` does. */
export function relayClient({ relay, token }: Pick<Secrets, 'relay' | 'token'>, send: typeof fetch, clock: ClockOffset) {
  const options = { baseUrl: relay, token, fetch: relayFetch(send, clock) }
  return {
    ask: deskClient({ ...options, timeoutMs: COMMAND_MS }).call,
    /** The whole snapshot as it was sent: large, so whoever keeps it reads it. Throws the relay's refusal as a `DeskError`, and what kept
     *  it from being reached. */
    async fetchSnapshot(signal: AbortSignal): Promise<Uint8Array> {
      const until = AbortSignal.any([signal, AbortSignal.timeout(SNAPSHOT_MS)])
      const headers = { authorization: `Bearer ${token}` }
      const answer = await options.fetch(new URL(deskRoutes['snapshot.take'].path, relay), { headers, signal: until })
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      const reply = ErrorReply.safeParse(await answer.json())
      if (!reply.success) throw new NotARelay(answer.status)
      throw new DeskError(reply.data.error.code, reply.data.error.message)
    },
    /** The relay's answer as it is: audio, or a refusal. It must begin in time; how long it plays is its own matter. */
    async fetchRecording(callId: CallId, range: string | null): Promise<Response> {
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(new DOMException('nothing was heard', 'TimeoutError')), COMMAND_MS)
      const headers = { authorization: `Bearer ${token}`, ...(range === null ? {} : { range }) }
      try {
        return await send(new URL(recordingPath(callId), relay), { headers, redirect: 'manual', signal: late.signal })
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
