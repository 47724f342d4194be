import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a call hears open times in words, books one, and the confirmation text goes out', async () => {
  const world = await openWorld()
  const call = await world.call()
  const offered = await call.tool('check-availability', { when: 'next Wednesday morning', appointmentType: 'cleaning' })
  expect(offered.status).toBe(200)
  expect(offered.results[0]?.result).toMatch(/^I have Wednesday, March eleventh: (eight|nine|ten)/)
  const booked = await call.tool('book-appointment', {
    firstName: 'Ana',
    lastName: 'Garcia',
    birthDate: 'April 12th 1988',
    appointmentType: 'cleaning',
    startsAt: 'Wednesday, March eleventh, at nine in the morning',
  })
  expect(booked.results[0]?.result).toBe(
    'Booked: Ana, Wednesday, March eleventh, at nine in the morning, with Kim. A text with the time is on its way.',
  )
  const [appointment] = await world.rows<{ starts_at: string; booked_by: string; status: string }>('appointments')
  expect(appointment).toMatchObject({ starts_at: '2026-03-11T14:00:00.000Z', booked_by: 'voice', status: 'booked' })
  await world.drain()
  const [sent] = world.twilio.messages()
  expect(sent).toMatchObject({ to: '+15125550199', from: world.ourNumber, numSegments: 1, status: 'delivered' })
  expect(sent?.body).toContain('Wed Mar 11 at 9:00 AM')
  const [message] = await world.rows<{ status: string }>('messages')
  expect(message?.status).toBe('delivered')
})
