import { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import { recordingPath } from '@dentalanswer/shared/contract/routes.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { Secrets } from '../core/secrets.ts'
import type { ClockOffset } from './clock-offset.ts'
import { relayFetch } from './relay-fetch.ts'

const COMMAND_MS = 10_000
const SNAPSHOT_MS = 60_000

export type RelayClient = ReturnType<typeof relayClient>

/** Everything this desk asks its relay for, but the feed. `ask` and `takeSnapshot` throw as `deskClient` does. */
export function relayClient({ relay, token }: Pick<Secrets, 'relay' | 'token'>, send: typeof fetch, clock: ClockOffset) {
  const options = { baseUrl: relay, token, fetch: relayFetch(send, clock) }
  return {
    ask: deskClient({ ...options, timeoutMs: COMMAND_MS }).call,
    async takeSnapshot(signal: AbortSignal) {
      const askedMs = clock.nowMs()
      const until: typeof fetch = (input, init) => options.fetch(input, { ...init, signal: AbortSignal.any([signal, init!.signal!]) })
      const snapshot = await deskClient({ ...options, fetch: until, timeoutMs: SNAPSHOT_MS }).call('snapshot.take', {})
      clock.saw(snapshot.at, askedMs)
      return snapshot
    },
    /** The relay's answer as it is: audio, or a refusal. */
    fetchRecording: (callId: CallId, range: string | null) =>
      send(new URL(recordingPath(callId), relay), {
        headers: { authorization: `Bearer ${token}`, ...(range === null ? {} : { range }) },
        redirect: 'manual',
      }),
  }
}
