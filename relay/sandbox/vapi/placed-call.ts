import { type Delays, nextTurn, sleep } from '../wire/delays.ts'
import type { CallSession } from './call-session.ts'
import type { VapiWorld } from './world.ts'

/** How the line of whoever is called ends the ringing. */
export type PickUp = 'person' | 'voicemail' | 'busy' | 'no-answer' | 'failed'

/** Calls that go on by themselves, each to be carried out once. */
export type PlacedRuns = Set<() => Promise<void>>

const RING_MS = 900
const TURN_MS = 2_400

const TALK: ['user' | 'assistant', string][] = [
  ['user', 'Hello, I am trying out our new number.'],
  ['assistant', 'It works, I hear you well. Is there anything else you would like to try?'],
  ['user', 'No, that was all. Thank you.'],
  ['assistant', 'You are welcome. Goodbye.'],
]

const UNANSWERED: Record<Exclude<PickUp, 'person'>, string> = {
  voicemail: 'voicemail',
  busy: 'customer-busy',
  'no-answer': 'customer-did-not-answer',
  failed: 'twilio-failed-to-connect-call',
}

/** A call that Vapi places rings; a person who answers hears the greeting and talks for a moment. */
export function placeCall(world: VapiWorld, session: CallSession, pickUp: PickUp, delays: Delays, placed: PlacedRuns): void {
  const pause = (ms: number) => (delays === 'realistic' ? sleep(ms) : Promise.resolve())
  const run = async () => {
    if (!placed.delete(run)) return
    await session.status('ringing')
    await pause(RING_MS)
    if (pickUp !== 'person') return void (await session.end({ endedReason: UNANSWERED[pickUp] }))
    await session.status('in-progress')
    await talk(world, session, () => pause(TURN_MS))
    if (session.record.status !== 'ended') await session.end({ endedReason: 'assistant-ended-call' })
  }
  placed.add(run)
  if (delays !== 'manual') void nextTurn().then(run)
}

async function talk(world: VapiWorld, session: CallSession, pause: () => Promise<void>): Promise<void> {
  const greeting = world.assistants.get(session.record.assistantId ?? '')?.firstMessage
  for (const [role, text] of [...(greeting ? [['assistant', greeting] as const] : []), ...TALK]) {
    await pause()
    if (session.record.status !== 'in-progress') return
    await session.say(role, text)
  }
}
