import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { oneLine, speakDay, speakList, speakNumber, speakSlot, speakTime } from './speak.ts'

const today = '2026-03-03' as LocalDate

test.each<[string, string, string?]>([
  ['2026-03-03', 'Tuesday, March third'],
  ['2026-03-21', 'Saturday, March twenty first'],
  ['2026-04-30', 'Thursday, April thirtieth'],
  ['2026-12-28', 'Monday, December twenty eighth', '300 days away'],
  ['2026-12-29', 'Tuesday, December twenty ninth, twenty twenty six', '301 days away'],
  ['2027-03-03', 'Wednesday, March third, twenty twenty seven'],
  ['2009-06-12', 'Friday, June twelfth, two thousand nine'],
  ['1905-01-01', 'Sunday, January first, nineteen oh five'],
  ['2000-01-02', 'Sunday, January second, two thousand'],
  ['2100-01-02', 'Saturday, January second, twenty one hundred'],
])('the day %s is said "%s"', (date, spoken) => expect(speakDay(date as LocalDate, today)).toBe(spoken))

test.each([
  [0, 'midnight'],
  [15, 'twelve fifteen in the morning'],
  [540, 'nine in the morning'],
  [545, 'nine oh five in the morning'],
  [570, 'nine thirty in the morning'],
  [719, 'eleven fifty nine in the morning'],
  [720, 'noon'],
  [735, 'twelve fifteen in the afternoon'],
  [1019, 'four fifty nine in the afternoon'],
  [1020, 'five in the evening'],
  [1275, 'nine fifteen in the evening'],
  [1440, 'midnight'],
])('minute %s is said "%s"', (minute, spoken) => expect(speakTime(minute)).toBe(spoken))

test('a slot is weekday, date and time', () => {
  expect(speakSlot({ date: today, minuteOfDay: 570 }, today)).toBe('Tuesday, March third, at nine thirty in the morning')
})

test('no spoken day or time holds a digit', () => {
  for (let days = -400; days < 800; days++) expect(speakDay(addDays(today, days), today)).toMatch(/^[A-Za-z, ]+$/)
  for (let minute = 0; minute <= 1440; minute++) expect(speakTime(minute)).toMatch(/^[a-z ]+$/)
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('the list %j is said "%s"', (items, spoken) => expect(speakList(items)).toBe(spoken))

test.each([
  ['+15125550199', 'five one two, five five five, zero one nine nine'],
  ['+442079460958', 'plus four four, two zero, seven nine four six, zero nine five eight'],
])('the number %s is said "%s"', (number, spoken) => expect(speakNumber(number as PhoneNumber)).toBe(spoken))

test.each([
  [' a\n\n b\t c ', 100, 'a b c'],
  ['{{ practice }} {% if x %} <break/>', 100, 'practice if x break/'],
  ['fully\u2028booked\u0000\u200b\u202e today \ud800', 100, 'fully booked today'],
  ['José & Zoë, 14:30', 100, 'José & Zoë, 14:30'],
  ['hello wonderful world', 12, 'hello'],
  ['hello wonderful world', 15, 'hello wonderful'],
  ['unbreakable', 5, 'unbre'],
  ['\u{1f600}\u{1f600}', 3, '\u{1f600}'],
  ['', 10, ''],
])('%j within %s characters is the line %j', (text, longest, line) => expect(oneLine(text, longest)).toBe(line))
