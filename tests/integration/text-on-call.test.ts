import { climbLadder } from '@dentalanswer/relay/src/calls/climb-ladder.ts'
import { expect, test } from 'vitest'
import { openTexting, type Texting } from './text-scenes.ts'

const DOCTOR = '+15125550301'
const onCall = [
  { name: 'Dr. Patel', phoneNumber: DOCTOR },
  { name: 'Dr. Ruiz', phoneNumber: '+15125550302' },
]
type AlarmRow = { ladder_step: number; next_step_at: string | null }

/** The doctor on call, who has a visit of their own that was asked about, is then told of an alarm. */
async function toldDoctor(): Promise<Texting & { visitId: string }> {
  const world = await openTexting({ practice: { settings: { onCall, alarmLadderMinutes: 5 } } as never })
  const { visit } = await world.anaAsked({ firstName: 'Priya', lastName: 'Patel', phone: DOCTOR })
  await world.text('+15125550188', 'I cannot breathe')
  world.clock.advance(5)
  await climbLadder(world.deps.base)
  await world.drain()
  return { ...world, visitId: visit.id }
}

test.each(["can't", 'no', 'cancel', 'CANCEL', 'STOP'])(
  '%s to an alarm leaves the own visit and tells the next person at once',
  async (words) => {
    const world = await toldDoctor()
    const reply = await world.reply(words, DOCTOR)
    expect(reply).toMatchObject({ attention: 'open', attention_reason: 'The on-call person answered the alarm.' })
    expect(await world.visit(world.visitId)).toMatchObject({ status: 'booked', confirmation: 'unconfirmed' })
    expect(await world.callbacks()).toEqual([])
    expect(await climbLadder(world.deps.base)).toBe(1)
    expect(await world.last('outbound')).toMatchObject({ to_number: '+15125550302', purpose: 'alarm' })
  },
)

test.each(['yes', 'ok on my way', 'C'])('%s to an alarm confirms nothing and leaves the ladder as it is', async (words) => {
  const world = await toldDoctor()
  const [before] = await world.rows<AlarmRow>('alarms')
  const reply = await world.reply(words, DOCTOR)
  expect(reply.attention_reason).toBe('The on-call person answered the alarm.')
  expect(await world.visit(world.visitId)).toMatchObject({ status: 'booked', confirmation: 'unconfirmed' })
  expect(await world.rows('alarms')).toEqual([before])
})
