import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { timeOfMinute } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { resolveTime, resolveWhen } from './resolve-when.ts'

type Case = [said: string, meant: string, why?: string]

/** `2026-03-03` is one named day, `a..b` a stretch, then an exact time or a window; `!2` is the weekday that does not fit. */
function meaning(said: string, today: string): string {
  const when = resolveWhen(said, today as LocalDate)
  if (!when) return 'nothing'
  const days = when.exactDay ? when.from : `${when.from}..${when.to}`
  const time = when.atMinute === null ? '' : ` ${timeOfMinute(when.atMinute)}`
  const window = when.window ? ` ${timeOfMinute(when.window.fromMinute)}-${timeOfMinute(when.window.toMinute)}` : ''
  return `${days}${time}${window}${when.contradiction ? ` !${when.contradiction.weekday}` : ''}`
}

function check(today: string, cases: Case[]) {
  test.each(cases)(`on ${today}, "%s" is %s`, (said, meant) => expect(meaning(said, today)).toBe(meant))
}

const TUESDAY = '2026-03-03'
const SOON = '2026-03-03..2026-03-16'

describe('written dates and times are taken as said', () => {
  check(TUESDAY, [
    ['2026-03-03', '2026-03-03'],
    ['2026-03-05T09:30', '2026-03-05 09:30'],
    ['2026-03-05 9:30 am', '2026-03-05 09:30'],
    ['2026-03-05T09:30:00-06:00', '2026-03-05 09:30', 'the wall clock counts, the offset is dropped'],
    ['2026-03-05T14:00:00.000Z', '2026-03-05 14:00', 'a Z is an offset like any other'],
    ['2026-03-05T14:00:00+05:30[Asia/Kolkata]', '2026-03-05 14:00'],
    ['2026-03-05T00:00:00Z', '2026-03-05', 'midnight is how programs write "no time"'],
    ['2026-03-05 02:30 pm', '2026-03-05 14:30'],
    ['2026-03-05 3pm', '2026-03-05 15:00'],
    ['2026-03-05 09:30-10:30', '2026-03-05 09:30-10:30', 'a range of times, not an offset'],
    ['2026-03-05T09:00/2026-03-05T11:00', '2026-03-05 09:00-11:00'],
    ['2026-03-03/2026-03-06', '2026-03-03..2026-03-06'],
    ['2026-03-03 to 2026-03-06', '2026-03-03..2026-03-06'],
    ['2026-04', '2026-04-01..2026-04-30'],
    ['3/3', '2026-03-03'],
    ['3/3/2026', '2026-03-03'],
    ['03-05-26', '2026-03-05'],
    ['Thursday, March 5th, 2026 at 9:00 AM', '2026-03-05 09:00'],
    ['Tues 3/10 @ 9', '2026-03-10 09:00'],
    ['2023-05-01', '2023-05-01', 'a wrong year stays as said; the caller of this refuses it'],
    ['yesterday', '2026-03-02'],
  ])
})

describe('days counted from today', () => {
  check(TUESDAY, [
    ['today', '2026-03-03'],
    ['tomorrow', '2026-03-04'],
    ['day after tomorrow', '2026-03-05'],
    ['Tuesday', '2026-03-03', 'today counts'],
    ['Wednesday', '2026-03-04'],
    ['this Wednesday', '2026-03-04'],
    ['next Wednesday', '2026-03-11', 'the one of the next calendar week, not tomorrow'],
    ['next Tuesday', '2026-03-10'],
    ['Tuesday next week', '2026-03-10'],
    ['next week, Tuesday', '2026-03-10'],
    ['a week Tuesday', '2026-03-10'],
    ['Thursday week', '2026-03-12'],
    ['a week from tomorrow', '2026-03-11'],
    ['two weeks from Monday', '2026-03-23'],
    ['the day after Tuesday', '2026-03-04'],
    ['the day before Friday', '2026-03-05'],
    ['this week', '2026-03-03..2026-03-08', 'not the Monday that is past'],
    ['next week', '2026-03-09..2026-03-15'],
    ['the week after next', '2026-03-16..2026-03-22'],
    ['early next week', '2026-03-09..2026-03-10'],
    ['late next week', '2026-03-12..2026-03-15'],
    ['the week of March 9', '2026-03-09..2026-03-15'],
    ['the week of the sixteenth', '2026-03-16..2026-03-22'],
    ['week of Monday March 9', '2026-03-09..2026-03-15', 'the date does not narrow its own week'],
    ['week of March 2', '2026-03-03..2026-03-08', 'this week, though March 2 is past'],
    ['weekend', '2026-03-07..2026-03-08'],
    ['in ten days', '2026-03-13'],
    ['in two weeks', '2026-03-17..2026-03-23', 'about then: that day and the six after it'],
    ['in 2-3 weeks', '2026-03-17..2026-03-30'],
    ['in a month', '2026-04-03..2026-04-09'],
    ['in a few days', '2026-03-05..2026-03-08'],
    ['within two weeks', '2026-03-03..2026-03-17'],
    ['in two hours', '2026-03-03', 'not two o’clock'],
    ['next month', '2026-04-01..2026-04-30'],
    ['as soon as possible', SOON],
    ['first available', SOON],
    ['any time', SOON],
    ['the soonest on Thursday', '2026-03-05'],
  ])
})

describe('dates without a year', () => {
  check(TUESDAY, [
    ['March 3', '2026-03-03'],
    ['March third', '2026-03-03'],
    ['3rd of March', '2026-03-03'],
    ['March 2', '2027-03-02', 'already past, so next year'],
    ['April twenty-first at ten thirty', '2026-04-21 10:30'],
    ['March third twenty twenty seven', '2027-03-03'],
    ['the 31st', '2026-03-31'],
    ['the 2nd', '2026-04-02'],
    ['the 5th of next month', '2026-04-05'],
    ['first Monday in April', '2026-04-06'],
    ['the first week of April', '2026-04-01..2026-04-07'],
    ['end of the month', '2026-03-25..2026-03-31'],
    ['mid March', '2026-03-11..2026-03-20'],
    ['in May', '2026-05-01..2026-05-31'],
    ['may I come Monday', '2026-03-09', 'no month in it'],
    ['one second, Tuesday', '2026-03-03', 'not the second of the month'],
    ['March twenty twenty six', '2026-03-03..2026-03-31', 'a month of a year, not March 20'],
  ])
})

describe('weekday and date together', () => {
  check(TUESDAY, [
    ['Tuesday, March 3rd', '2026-03-03'],
    ['Tuesday March 4th', '2026-03-04 !2'],
    ['March 4th, Tuesday', '2026-03-04 !2'],
    ['Tuesday the 4th at nine', '2026-03-04 09:00 !2'],
    ['Tuesday 2026-03-04', '2026-03-04 !2'],
    ['tomorrow, Thursday', '2026-03-04 !4'],
    ['next Tuesday the 10th', '2026-03-10'],
    ['Tuesday 10', '2026-03-10', 'the calendar agrees, so it is the day'],
    ['Tuesday 9', '2026-03-03 09:00', 'March 9 is a Monday, so it is the hour'],
  ])
})

describe('ranges, limits and refusals', () => {
  check(TUESDAY, [
    ['March 3 to March 6', '2026-03-03..2026-03-06'],
    ['March 3-6', '2026-03-03..2026-03-06'],
    ['the 9th to the 12th of March', '2026-03-09..2026-03-12'],
    ['March 1 to March 6', '2026-03-03..2026-03-06', 'a range under way, not next year’s'],
    ['between Monday and Thursday', '2026-03-09..2026-03-12'],
    ['from Tuesday March 10 to Friday March 13', '2026-03-10..2026-03-13'],
    ['Tuesday or Thursday next week', '2026-03-10..2026-03-12'],
    ['Monday or Tuesday', '2026-03-09..2026-03-10', 'side by side, not today and Monday'],
    ['by Friday', '2026-03-03..2026-03-06'],
    ['after the 10th', '2026-03-11..2026-03-24'],
    ['next week after Tuesday', '2026-03-11..2026-03-15'],
    ['Wednesday or later', '2026-03-04..2026-03-17'],
    ['not Tuesday but Wednesday', '2026-03-04'],
    ["Tuesday doesn't work, Wednesday at 3", '2026-03-04 15:00'],
    ['any day next week except Friday', '2026-03-09..2026-03-15'],
    ['move it from Tuesday at nine to Thursday at ten', '2026-03-05 10:00'],
    ['March 6 to March 3', 'nothing', 'it runs backwards'],
    ['2026-03-06/2026-03-03', 'nothing'],
    ['not Tuesday', 'nothing', 'says no day at all'],
  ])
})

describe('parts of the day and clock times', () => {
  check(TUESDAY, [
    ['mornings', `${SOON} 00:00-12:00`],
    ['tomorrow afternoon', '2026-03-04 12:00-17:00'],
    ['tonight', '2026-03-03 17:00-24:00'],
    ['early morning', `${SOON} 00:00-10:00`],
    ['early Tuesday', '2026-03-03 00:00-10:00'],
    ['first thing tomorrow', '2026-03-04 00:00-10:00'],
    ['lunchtime', `${SOON} 11:30-13:30`],
    ['noon', `${SOON} 12:00`],
    ['before noon', `${SOON} 00:00-12:00`],
    ['after 3', `${SOON} 15:00-24:00`],
    ['after 3 pm Thursday', '2026-03-05 15:00-24:00'],
    ['before 10', `${SOON} 00:00-10:00`],
    ['between 2 and 4', `${SOON} 14:00-16:00`],
    ['between 10 and 2 pm', `${SOON} 10:00-14:00`],
    ['between 8 and 5', `${SOON} 08:00-17:00`],
    ['9-11am', `${SOON} 09:00-11:00`],
    ['around 10', `${SOON} 09:00-11:00`],
    ['Tuesday afternoon after 3', '2026-03-03 15:00-17:00'],
    ['afternoon or evening', `${SOON} 12:00-24:00`],
    ['mornings or evenings', SOON, 'all day, as one stretch'],
    ['anything but mornings', `${SOON} 12:00-24:00`],
    ["I can't do after 3", `${SOON} 00:00-15:00`],
    ['after school on Wednesday', '2026-03-04 15:00-24:00'],
    ['at nine thirty', `${SOON} 09:30`],
    ['half past two', `${SOON} 14:30`],
    ['quarter to four', `${SOON} 15:45`],
    ['9.30', `${SOON} 09:30`],
    ['930 am', `${SOON} 09:30`],
    ["two o'clock", `${SOON} 14:00`],
    ['at eight tonight', '2026-03-03 20:00'],
    ['9 or 10 am Friday', '2026-03-06 09:00-10:01'],
    ['3 people on Tuesday at 4', '2026-03-03 16:00', 'the three is no hour'],
    ['2 to 4 weeks', '2026-03-17..2026-04-06', 'nor are these'],
  ])
})

describe('everyday Spanish', () => {
  check(TUESDAY, [
    ['hoy en la tarde', '2026-03-03 12:00-17:00'],
    ['mañana', '2026-03-04'],
    ['mañana por la mañana', '2026-03-04 00:00-12:00'],
    ['esta mañana', '2026-03-03 00:00-12:00'],
    ['pasado mañana', '2026-03-05'],
    ['el miércoles a las tres y media', '2026-03-04 15:30'],
    ['el próximo lunes por la tarde', '2026-03-09 12:00-17:00'],
    ['el lunes que viene a las diez menos cuarto', '2026-03-09 09:45'],
    ['de lunes a jueves', '2026-03-09..2026-03-12'],
    ['el viernes 6 de marzo', '2026-03-06'],
    ['3 de marzo', '2026-03-03'],
    ['del 3 al 6 de marzo', '2026-03-03..2026-03-06'],
    ['el 15', '2026-03-15'],
    ['la próxima semana', '2026-03-09..2026-03-15'],
    ['fin de mes', '2026-03-25..2026-03-31'],
    ['entre las 2 y las 4', `${SOON} 14:00-16:00`],
    ['lo antes posible', SOON],
    ['domingo', '2026-03-08'],
  ])
})

describe('the edges of the calendar', () => {
  check('2026-12-30', [
    ['tomorrow', '2026-12-31'],
    ['Saturday', '2027-01-02'],
    ['January 2nd', '2027-01-02'],
    ['December 29', '2027-12-29', 'yesterday’s date is next year’s'],
    ['this week', '2026-12-30..2027-01-03'],
    ['next month', '2027-01-01..2027-01-31'],
    ['week of January 1', '2026-12-30..2027-01-03'],
    ['December 20 to January 5', '2026-12-30..2027-01-05'],
    ['the 29th', '2027-01-29'],
  ])
  check('2028-02-28', [
    ['tomorrow', '2028-02-29'],
    ['February 29th', '2028-02-29'],
    ['the 30th', '2028-03-30', 'February has none'],
    ['in a month', '2028-03-28..2028-04-03'],
    ['end of the month', '2028-02-28..2028-02-29'],
  ])
  check('2026-01-31', [
    ['the 31st', '2026-01-31'],
    ['the 30th', '2026-03-30', 'yesterday was one and February has none'],
    ['in a month', '2026-02-28..2026-03-06', 'a shorter month'],
    ['beginning of the month', '2026-02-01..2026-02-10', 'this one’s is over'],
  ])
  check('2026-03-08', [
    ['next Monday', '2026-03-09', 'a Sunday is the last day of its week'],
    ['next Sunday', '2026-03-15'],
    ['this weekend', '2026-03-08..2026-03-08'],
  ])
})

describe('what no calendar or clock has', () => {
  const impossible = ['February 30', '2026-02-31', '2/30', '13/5', 'the 45th', 'March 32', '2026-13-01', 'February 29', 'Tuesday at 25:30']
  const garbage = ['', '   ', 'asdf', '???', '...', 'the', 'at', '12345', 'the second one', '\u0000\u2028{{ x }}', 'Tues'.repeat(500)]
  test.each([...impossible, ...garbage])('"%s" is nothing', (said) => expect(resolveWhen(said, TUESDAY as LocalDate)).toBeNull())
})

test.each([
  ['9', 540],
  ['nine', 540],
  ['6', 1080],
  ['12', 720],
  ['9:30', 570],
  ['9.30 a.m.', 570],
  ['2:15', 855],
  ['14:30', 870],
  ['at nine oh five', 545],
  ['half past two', 870],
  ['ten to four', 950],
  ['quarter to seven', 1125],
  ['seven in the morning', 420],
  ['8 in the evening', 1200],
  ['12 am', 0],
  ['around ten', 600],
  ['a la una', 780],
  ['25:00', null],
  ['9 to 11', null],
  ['morning', null],
  ['the 9th', null],
  ['Tuesday', null],
  ['', null],
])('the clock time in "%s" is %s', (said, minute) => expect(resolveTime(said)).toBe(minute))

test('whatever is said, it never throws and the days are in order', () => {
  const words =
    'a week from the day after next tuesday of march 3rd to 9 or 10:30 between and in two not first last early may 2026 99 half past , - / @ until el de la mañana 2026-03-03T09:30Z 31st \u{1f600} \ud800'.split(
      ' ',
    )
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  for (let round = 0; round < 4000; round++) {
    const said = Array.from({ length: next(30) }, () => (next(9) ? words[next(words.length)] : String.fromCharCode(next(65536)))).join(' ')
    const when = resolveWhen(said, TUESDAY as LocalDate)
    resolveTime(said)
    if (!when) continue
    expect(when.from <= when.to, said).toBe(true)
    expect(when.window === null || when.window.fromMinute < when.window.toMinute, said).toBe(true)
    expect(when.atMinute === null || (when.window === null && when.atMinute >= 0 && when.atMinute < 1440), said).toBe(true)
  }
})
