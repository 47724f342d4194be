import { expect, test } from 'vitest'
import { ANA_GARCIA, openTexting } from './text-scenes.ts'

test('a number gets six automatic texts about visits a day; for the next one a person is asked to phone', async () => {
  const world = await openTexting()
  for (let child = 0; child < 7; child++) {
    const patient = await world.addPatient({ ...ANA_GARCIA, firstName: `Child${child}` })
    await world.book(patient, `2026-03-1${child < 4 ? child : child + 2}T15:00:00.000Z`)
  }
  await world.drain()
  expect(world.sent()).toHaveLength(6)
  expect(await world.last('outbound')).toMatchObject({
    status: 'blocked',
    error_code: 'LIMIT',
    attention: 'open',
    attention_reason: 'Too many automatic texts to this number today; phone them.',
  })
  world.clock.advance(1_441)
  await world.book(await world.addPatient(ANA_GARCIA), '2026-03-20T15:00:00.000Z')
  await world.drain()
  expect(world.sent()).toHaveLength(7)
})
