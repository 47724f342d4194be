import { expect, test } from 'vitest'
import { offerWords, pickOffer, readOffers } from './offers.ts'

const ONE_DAY =
  'I have Wednesday, March fourth: nine in the morning, ten thirty in the morning or two fifteen in the afternoon. Which works best?'
const MANY_DAYS =
  'Nothing is open then. The nearest I have is tomorrow, Wednesday, March fourth, at nine in the morning, Thursday, March fifth, at noon, or Monday, March twenty-third, at four forty-five in the afternoon. Would one of these work?'

test.each([
  [
    ONE_DAY,
    [
      'Wednesday, March fourth, at nine in the morning',
      'Wednesday, March fourth, at ten thirty in the morning',
      'Wednesday, March fourth, at two fifteen in the afternoon',
    ],
  ],
  [
    MANY_DAYS,
    [
      'tomorrow, Wednesday, March fourth, at nine in the morning',
      'Thursday, March fifth, at noon',
      'Monday, March twenty-third, at four forty-five in the afternoon',
    ],
  ],
  ["Tuesday, March third, at nine o'clock in the morning with Dr. Osei?", ["Tuesday, March third, at nine o'clock in the morning"]],
  ['I did not catch the day. Which day would you like?', []],
])('%s', (line, offers) => {
  expect(readOffers(line).map(offerWords)).toEqual(offers)
})

test.each([
  [ONE_DAY, 'nine please', 0],
  [ONE_DAY, 'the 10:30 one', 1],
  [ONE_DAY, 'two fifteen', 2],
  [ONE_DAY, 'the first one', 0],
  [ONE_DAY, 'the last one', 2],
  [ONE_DAY, 'the afternoon', 2],
  [ONE_DAY, 'in the morning', undefined],
  [ONE_DAY, 'eleven', undefined],
  [ONE_DAY, 'yes', undefined],
  [MANY_DAYS, 'Thursday', 1],
  [MANY_DAYS, 'noon works', 1],
  [MANY_DAYS, 'tomorrow at 9', 0],
  [MANY_DAYS, '4:45 pm', 2],
  ['I have Friday, March sixth: two in the afternoon. Which works best?', 'that works', 0],
])('%s / %s', (line, said, index) => {
  const offers = readOffers(line)
  expect(pickOffer(said, offers)).toEqual(index === undefined ? undefined : offers[index])
})
