import { expect, test } from 'vitest'
import { NOW, practice } from '../../samples/work-samples.ts'
import { attemptLine, triedWords } from './attempts.ts'

test('an attempt is one line with day, time and who tried', () => {
  expect(attemptLine('left voicemail', NOW, practice, 'Kim')).toBe(
    `${practice.times.shortDay(practice.today)} 10:42 AM left voicemail (Kim)`,
  )
  expect(attemptLine('no answer', NOW, practice, '')).toMatch(/10:42 AM no answer$/)
})

test('own words stay on the line, and never make it longer than the relay takes', () => {
  const line = attemptLine(`no answer: her husband\n${'x'.repeat(400)}`, NOW, practice, 'Kim')
  expect(line).toMatch(/no answer: her husband x+ \(Kim\)$/)
  expect(line).toHaveLength(200)
})

test('what was tried reads as its newest line and the number of tries', () => {
  expect(triedWords('')).toBe('')
  expect(triedWords('9:10 AM no answer')).toBe('Tried 9:10 AM no answer.')
  expect(triedWords('9:10 AM no answer\n9:40 AM left voicemail')).toBe('Tried 2 times, last 9:40 AM left voicemail.')
})
