import { expect, test } from 'vitest'
import { NOW, sampleSetup, sampleVisit } from '../../../samples/sample-day.ts'
import { type SeatWanted, seatFor } from './seat-for.ts'

const seat = (change: Partial<SeatWanted>, ...visits: Parameters<typeof sampleVisit>[]) =>
  seatFor(
    { setup: sampleSetup(), appointments: visits.map((one) => sampleVisit(...one)), now: NOW },
    {
      ...{ appointmentTypeId: 'filling', patientId: 'Marcus Lee', startsAt: sampleVisit('x', '14:00').startsAt },
      ...{ providerId: null, operatoryId: null, ...change },
    },
  )
const other = { patientId: 'Kira Ellis' }

test('the practice’s order decides when nothing else does', () => {
  expect(seat({})).toEqual({ providerId: 'patel', operatoryId: 'op1', conflicts: [] })
})

test('whoever had it keeps it while they are free', () => {
  expect(seat({ operatoryId: 'op1', preferred: [{ providerId: 'ruiz' }] })).toMatchObject({ providerId: 'ruiz', operatoryId: 'op1' })
})

test('somebody else takes over when they are not', () => {
  expect(seat({ operatoryId: 'op2', preferred: [{ providerId: 'patel' }] }, ['a', '14:00', other])).toMatchObject({
    providerId: 'ruiz',
    conflicts: [],
  })
})

test('what was asked for stays, with its conflicts', () => {
  expect(seat({ providerId: 'patel', operatoryId: 'op2' }, ['a', '14:00', other])).toEqual({
    ...{ providerId: 'patel', operatoryId: 'op2', conflicts: ['PROVIDER_BUSY'] },
  })
  expect(seat({ operatoryId: 'op3' })).toMatchObject({ operatoryId: 'op3', conflicts: ['OPERATORY_NOT_SUITABLE'] })
})

test('the fewest reasons against win when nothing is free', () => {
  const found = seat({}, ['a', '14:00', other], ['b', '14:00', { ...other, providerId: 'ruiz', operatoryId: 'op2' }])
  expect(found?.conflicts.length).toBeGreaterThan(0)
  expect(found?.conflicts.length).toBeLessThanOrEqual(2)
})

test('a provider who does not do it is tried only when asked for', () => {
  expect(seat({ preferred: [{ providerId: 'kim' }] })).toMatchObject({ providerId: 'patel' })
  expect(seat({ providerId: 'kim', operatoryId: 'op1' })?.conflicts).toEqual(['PROVIDER_NOT_SUITABLE'])
})
