import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { resolveBirthDate } from './resolve-when.ts'

const today = '2026-03-03' as LocalDate

describe('a birth date as callers say it', () => {
  test.each([
    '1984-07-09',
    '1984-07-09T00:00:00Z',
    'July 9th 1984',
    'July 9, 1984',
    "my birthday is July ninth, '84",
    'born on the 9th of July, 1984',
    '7/9/84',
    '7/9/1984',
    '07-09-1984',
    '7.9.84',
    '7 / 9 / 1984',
    '07091984',
    '070984',
    '19840709',
    '1984 07 09',
    'nine July nineteen eighty four',
    'July ninth nineteen eighty four',
    'seven nine eighty four',
    'oh seven oh nine eighty four',
    'zero seven zero nine one nine eight four',
    '9 de julio de 1984',
    'nueve de julio de mil novecientos ochenta y cuatro',
  ])('"%s" is 1984-07-09', (said) => expect(resolveBirthDate(said, today)).toBe('1984-07-09'))

  test.each([
    ['July ninth two thousand four', '2004-07-09'],
    ['July ninth two thousand and four', '2004-07-09'],
    ['July ninth twenty oh four', '2004-07-09'],
    ['July ninth nineteen oh nine', '1909-07-09'],
    ['twelve twenty five ninety nine', '1999-12-25'],
    ['dos de mayo de dos mil diez', '2010-05-02'],
    ['1/1/00', '2000-01-01'],
    ['2/29/84', '1984-02-29'],
    ['3/3/26', '2026-03-03'],
    ['3/4/26', '1926-03-04'],
    ['1906-03-03', '1906-03-03'],
  ])('"%s" is %s', (said, date) => expect(resolveBirthDate(said, today)).toBe(date))

  test.each([
    ['2/29/1985', 'no such day'],
    ['13/1/1984', 'month before day'],
    ['February 30 1990', 'no such day'],
    ['2026-03-04', 'to come'],
    ['1906-03-02', 'over 120 years ago'],
    ['0084-07-09', 'no such century'],
    ['July 9th', 'no year'],
    ['1984', 'no day'],
    ['my phone is 512 555 0199', 'no date'],
    ['', 'nothing said'],
    ['\ud800{{x}}', 'nothing said'],
  ])('"%s" is none: %s', (said) => expect(resolveBirthDate(said, today)).toBeNull())
})
