import type { NumberSupplier, PlacedCall } from '../../ports/number-supplier.ts'
import type { TwilioClient } from './redirected-client.ts'
import { ask, askForOne, readSid } from './supplier-answer.ts'

const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])

/** Calls that the supplier places itself, without the assistant. */
export function placedCalls(client: TwilioClient): Pick<NumberSupplier, 'placeCall' | 'readCall'> {
  return {
    placeCall: ({ from, to, instructionsUrl, statusUrl, ringSeconds }) =>
      ask('change', async () =>
        placedCall(
          await client.calls.create({
            from,
            to,
            url: instructionsUrl,
            method: 'POST',
            statusCallback: statusUrl,
            statusCallbackMethod: 'POST',
            statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
            timeout: ringSeconds,
            machineDetection: 'Enable',
          }),
        ),
      ),
    readCall: (sid) => askForOne(async () => placedCall(await client.calls(sid).fetch())),
  }
}

function placedCall(call: { sid: string; status: string; answeredBy: string | null }): PlacedCall {
  return { sid: readSid(call.sid), status: String(call.status), answeredBy: listenerOf(call.answeredBy), isOver: OVER.has(call.status) }
}

/** `machine_start`, `machine_end_beep` and a fax are machines; nothing before the call was answered. */
function listenerOf(heard: string | null): PlacedCall['answeredBy'] {
  if (!heard) return null
  if (heard === 'human') return 'human'
  return heard === 'fax' || heard.startsWith('machine') ? 'machine' : 'unknown'
}
