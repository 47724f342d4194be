import { expect, test } from 'vitest'
import { createOptOuts, keywordOf } from './opt-outs.ts'

test.each([
  ['STOP', 'stop'],
  ['cancel', 'stop'],
  [' Cancel. ', 'stop'],
  ['OPTOUT', 'stop'],
  ['revoke', 'stop'],
  ['opt out', null],
  ['PLEASE CANCEL', null],
  ['CANCEL APPT', null],
  ['yes', 'start'],
  ['Yes!', 'start'],
  ['info', 'help'],
  ['C', null],
  ['👍', null],
])('%j is the keyword %j', (body, keyword) => {
  expect(keywordOf(body)).toBe(keyword)
})

test('a block is for one pair, and only the blocked patient is answered by START', () => {
  const optOuts = createOptOuts()
  expect(optOuts.hear('ana', 'us', 'YES')).toBeNull()
  expect(optOuts.hear('ana', 'us', 'Cancel')).toBe('stop')
  expect(optOuts.hear('ana', 'us', 'STOP')).toBeNull()
  expect([optOuts.isBlocked('ana', 'us'), optOuts.isBlocked('leo', 'us'), optOuts.isBlocked('ana', 'other')]).toEqual([true, false, false])
  expect(optOuts.hear('ana', 'us', 'help')).toBe('help')
  expect(optOuts.hear('ana', 'us', 'yes')).toBe('start')
  expect(optOuts.isBlocked('ana', 'us')).toBe(false)
})
