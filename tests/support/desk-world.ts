import { startLiveCall } from '@dentalanswer/relay/sandbox/demo-calls.ts'
import type { DemoCast } from '@dentalanswer/relay/sandbox/demo-cast.ts'
import { playMorning } from '@dentalanswer/relay/sandbox/demo-morning.ts'
import { DEMO_ASSISTANT_ID, DEMO_NUMBER, DEMO_VAPI_NUMBER_ID } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import { settle } from '@dentalanswer/relay/sandbox/demo-stage.ts'
import type { CallSession } from '@dentalanswer/relay/sandbox/vapi/call-session.ts'
import { createPairingCode } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { listPatients, textNumberOf } from '@dentalanswer/relay/src/store/patients.ts'
import { deskClient, pairDesk } from '@dentalanswer/shared/contract/desk-client.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { addBulkMessages } from './desk-bulk-messages.ts'
import { addBulkAppointments, type BulkDays } from './desk-bulk-visits.ts'
import { type DeskRelay, startDeskRelay } from './desk-relay.ts'

/** Tuesday 3 March 2026, 10:42 in Chicago. */
export const TUESDAY_MORNING = '2026-03-03T16:42:00.000Z'

export type DeskWorldOptions = {
  /** What the clocks show when it opens; they tick from there. */
  at?: string
  /** Plays the busy morning, so that the Now list has work. Default true. */
  morning?: boolean
  /** Leaves one call on the line. */
  liveCall?: boolean
  /** The relay's port; default is one that is free. */
  port?: number
  /** Anything else to be there before a desk comes. */
  extra?: (world: DeskWorld) => Promise<void>
}

export type DeskWorld = ReturnType<typeof worldOf>

/** A running relay on a real port with the seeded demo practice, the sandbox at the wire and a clock that ticks from `at`: what a desk is
 *  started against. In a vitest test it is closed when the test ends; everywhere else, and in `beforeAll`, call `close()`. */
export async function openDeskWorld(options: DeskWorldOptions = {}): Promise<DeskWorld> {
  const { at = TUESDAY_MORNING, morning = true, liveCall = false, port, extra } = options
  const relay = await startDeskRelay(at, port)
  try {
    const cast = morning ? await playMorning(relay.stage(), { liveCall }) : null
    if (!morning && liveCall) await startLiveCall(relay.stage())
    const world = worldOf(relay, cast)
    await extra?.(world)
    await closeWithTest(world.close)
    return world
  } catch (error) {
    await relay.close()
    throw error
  }
}

function worldOf(relay: DeskRelay, cast: DemoCast | null) {
  const { url, port, timeOffsetMs, clock, practice, sandbox } = relay
  const base = () => relay.current().deps.base
  const patients = (): Promise<Patient[]> => base().store.read(() => listPatients(practice.id))
  const patient = async (name: string): Promise<Patient> => {
    const found = (await patients()).find((one) => `${one.firstName} ${one.lastName}` === name)
    if (!found) throw new Error(`Nobody in the demo practice is called ${name}.`)
    return found
  }
  const phoneOf = async (who: string): Promise<string> => {
    const phone = who.startsWith('+') ? who : textNumberOf(await patient(who))
    if (!phone) throw new Error(`${who} has no number.`)
    return phone
  }
  const pairingCode = async () => (await createPairingCode(base(), practice.id)).code
  let closing: Promise<void> | null = null
  return {
    url,
    port,
    /** Add it to the machine's clock: then a desk sees the relay's time. */
    timeOffsetMs,
    practice,
    sandbox,
    /** Who played which part of the morning; null when none was played. */
    cast,
    now: () => new Date(clock.nowMs()),
    /** The relay as it runs at the moment; another one after a restart. */
    relay: relay.current,
    phonePage: `${sandbox.url}/phone/`,
    patients,
    /** By first and last name, as on the card; the first of two who share it. */
    patient,
    pairingCode,
    /** A typed client of a desk that is paired with this relay. */
    async pair(deviceName = 'Test desk') {
      const { token, device } = await pairDesk(url, { code: await pairingCode(), deviceName })
      return { token, device, client: deskClient({ baseUrl: url, token }) }
    },
    /** A patient (by name or number) texts the practice; resolves when the relay has taken it. */
    text: async (from: string, body: string) => sandbox.twilio.receiveText({ from: await phoneOf(from), to: DEMO_NUMBER, body }),
    /** Somebody (by name or number; null withholds it) calls, and is in progress. */
    call: async (from: string | null = '+15125550117'): Promise<CallSession> =>
      sandbox.vapi.startCall({
        from: from === null ? null : await phoneOf(from),
        to: DEMO_NUMBER,
        assistantId: DEMO_ASSISTANT_ID,
        phoneNumberId: DEMO_VAPI_NUMBER_ID,
      }),
    liveCall: () => startLiveCall(relay.stage()),
    /** Until every text that is due has gone and arrived. */
    settle: () => settle(relay.stage()),
    stopRelay: relay.stop,
    /** After `stopRelay`, on the same port and database. */
    startRelay: relay.start,
    async restartRelay() {
      await relay.stop()
      await relay.start()
    },
    /** Many visits in twelve operatories, on one day or spread over several, written past the event log: before a desk connects. */
    addAppointments: (count: number, days: LocalDate | BulkDays) =>
      addBulkAppointments(base(), practice.id, count, typeof days === 'string' ? { from: days, to: days } : days),
    /** Many texts in the threads of all patients or in one, the newest now, written past the event log. */
    addMessages: (count: number, phoneNumber?: PhoneNumber) => addBulkMessages(base(), practice.id, count, phoneNumber),
    close: () => (closing ??= relay.close()),
  }
}

async function closeWithTest(close: () => Promise<void>): Promise<void> {
  if (!process.env.VITEST) return
  const { onTestFinished } = await import('vitest')
  try {
    onTestFinished(close)
  } catch {
    // Opened outside a test, as in `beforeAll`: whoever opened it closes it.
  }
}
