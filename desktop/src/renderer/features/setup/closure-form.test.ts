import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { sampleId } from '../../../samples/setup-samples.ts'
import { emptyClosure, readClosure } from './closure-form.ts'

const ground = { zone: 'America/Chicago' as TimeZone, today: '2026-03-03' as LocalDate }
const day = { ...emptyClosure, fromDay: '2026-03-06', reason: ' Training ' }

test('a whole day ends when the next one begins', () => {
  expect(readClosure(day, ground)).toEqual({
    input: {
      kind: 'closed',
      providerId: null,
      operatoryId: null,
      startsAt: '2026-03-06T06:00:00.000Z',
      endsAt: '2026-03-07T06:00:00.000Z',
      releasedAt: null,
      reason: 'Training',
    },
  })
})

test('days over the change of the clocks keep their midnights', () => {
  const read = readClosure({ ...day, toDay: '2026-03-08' }, ground)
  expect('input' in read && [read.input.startsAt, read.input.endsAt]).toEqual(['2026-03-06T06:00:00.000Z', '2026-03-09T05:00:00.000Z'])
})

test('part of a day, for one operatory, kept for emergencies until a time', () => {
  const typed = { ...day, kind: 'emergency_block' as const, whom: `operatory:${sampleId(3)}`, isWholeDay: false, releaseTime: '10:30' }
  const read = readClosure(typed, ground)
  expect('input' in read && read.input).toMatchObject({
    operatoryId: sampleId(3),
    startsAt: '2026-03-06T14:00:00.000Z',
    endsAt: '2026-03-06T18:00:00.000Z',
    releasedAt: '2026-03-06T16:30:00.000Z',
  })
})

test('what cannot be is said under its field', () => {
  expect(readClosure(emptyClosure, ground)).toMatchObject({ problems: { fromDay: 'Needed' } })
  expect(readClosure({ ...day, toDay: '2026-03-05' }, ground)).toEqual({ problems: { toDay: 'Before it begins' } })
  expect(readClosure({ ...day, isWholeDay: false, toTime: '07:00' }, ground)).toEqual({ problems: { toTime: 'Before it begins' } })
  expect(readClosure({ ...day, fromDay: '2026-02-01' }, ground)).toEqual({ problems: { toDay: 'This is over already' } })
  expect(readClosure({ ...day, fromDay: '2026-03-08', isWholeDay: false, fromTime: '02:30' }, ground)).toEqual({
    problems: { fromTime: 'The clocks skip that time on this day' },
  })
})
