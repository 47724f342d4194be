import { ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import { CONTRACT_VERSION, PAIR_PATH, PairInput, PairOut } from '@dentalanswer/shared/contract/routes.ts'
import { z } from 'zod'
import { DeskTrouble } from '../core/desk-trouble.ts'
import type { ClockOffset } from './clock-offset.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { readRelayAddress } from './relay-address.ts'
import { relayFetch } from './relay-fetch.ts'

const TIMEOUT_MS = 15_000

/** Trades a pairing code for this desk's token. `address` and `code` are as typed. Throws a `DeskTrouble` with its own code and words for
 *  each thing that can be wrong. */
export async function pairWithRelay(
  given: { address: string; code: string; deskName: string },
  by: { fetch: typeof fetch; clock: ClockOffset },
): Promise<PairOut & { relay: string }> {
  const relay = readRelayAddress(given.address)
  const code = PairInput.shape.code.safeParse(given.code)
  if (!code.success) throw new DeskTrouble('BAD_INPUT', 'A pairing code has eight letters and digits, like ABCD-2345.')
  const askedMs = by.clock.nowMs()
  const { status, answer } = await ask(relay, { code: code.data, deviceName: given.deskName }, relayFetch(by.fetch, by.clock))
  if (status !== 200) throw refusalOf(answer)
  const version = z.object({ contractVersion: z.int() }).safeParse(answer)
  if (version.success && version.data.contractVersion !== CONTRACT_VERSION) throw otherVersion(version.data.contractVersion)
  const paired = PairOut.safeParse(answer)
  if (!paired.success) throw notARelay()
  by.clock.saw(paired.data.at, askedMs)
  return { ...paired.data, relay }
}

async function ask(relay: string, body: PairInput, send: typeof fetch): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await send(new URL(PAIR_PATH, relay), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { status: response.status, answer: await response.json() }
  } catch (error) {
    // JSON that ends early or is none.
    if (error instanceof SyntaxError) throw notARelay()
    throw connectionTrouble(error)
  }
}

function refusalOf(answer: unknown): DeskTrouble {
  const reply = ErrorReply.safeParse(answer)
  if (!reply.success) return notARelay()
  const { code, message } = reply.data.error
  // The relay knows no pairing: some other program with the same way of refusing, or none of ours.
  if (code === 'NOT_FOUND') return notARelay()
  return new DeskTrouble(code, message)
}

/** In words for staff: which of the two has to be updated. */
export function otherVersion(relays: number): DeskTrouble {
  return relays > CONTRACT_VERSION
    ? new DeskTrouble('RELAY_NEWER', 'The relay is newer than this app. Update this app, then try again.')
    : new DeskTrouble('RELAY_OLDER', 'The relay is older than this app. Whoever runs the relay has to update it.')
}

const notARelay = () => new DeskTrouble('NOT_A_RELAY', 'Something answers at this address, but it is no DentalAnswer relay.')
