import { expect, test } from 'vitest'
import { readDay, shiftsOf, weekWords, writeDay } from './read-shifts.ts'

const written = (typed: string) => {
  const read = readDay(typed)
  return 'problem' in read ? read.problem : writeDay(shiftsOf(read.spans, 1), 1)
}

test.each([
  ['8-12, 1-5', '8:00–12:00, 13:00–17:00'],
  ['8:00 AM to 12:30 PM; 1:30 pm - 5 pm', '8:00–12:30, 13:30–17:00'],
  ['8:00–12:00, 13:00–17:00', '8:00–12:00, 13:00–17:00'],
  ['9-5', '9:00–17:00'],
  ['7-3', '7:00–15:00'],
  ['10-8', '10:00–20:00'],
  ['1-5', '13:00–17:00'],
  ['06:00-10:00', '06:00–10:00'],
  ['8 a.m. - 12 p.m.', '8:00–12:00'],
  ['14:00-24:00', '14:00–24:00'],
  ['1-5, 8-12', '8:00–12:00, 13:00–17:00'],
  ['closed', ''],
  ['', ''],
])('%s is read as %s', (typed, shifts) => {
  expect(written(typed)).toBe(shifts)
})

test('what is read is written so that it reads back the same', () => {
  for (const typed of ['8-12, 1-5', '06-10', '9:15-5:45', '12-6', '10-2, 2:30-8']) expect(written(written(typed))).toBe(written(typed))
})

test('what is no shift is said so', () => {
  for (const typed of ['8', 'nine to five', '25-26', '8:70-9', '13-25']) expect(written(typed)).toContain('is no shift')
  expect(written('8-12, 11-5')).toBe('Two shifts of this day overlap.')
})

test('a week in words', () => {
  const week = [1, 2, 3, 4, 5].flatMap((day) =>
    shiftsOf(
      [
        { from: 480, to: 720 },
        { from: 780, to: 1020 },
      ],
      day,
    ),
  )
  expect(weekWords(week)).toBe('40 h a week; lunch 12:00–13:00')
  expect(weekWords(shiftsOf([{ from: 480, to: 750 }], 6))).toBe('4.5 h a week; no lunch')
  expect(weekWords([])).toBe('No hours: nothing can be booked.')
})
