import { expect, test } from 'vitest'
import { carrierWord, isTollFree, keywordOf } from './carrier-words.ts'

test.each([
  ['STOP', 'stop'],
  [' stop! ', 'stop'],
  ['Stopall', 'stop'],
  ['“Cancel.”', 'cancel'],
  ['ＣＡＮＣＥＬ', 'cancel'],
  ['unstop', 'start'],
  ['Yes', 'yes'],
  ['info?', 'help'],
  ['PLEASE CANCEL', null],
  ['cancel my appointment', null],
  ['opt out', null],
  ['STOP 🛑', null],
  ['constructor', null],
  ['', null],
])('%s is the carrier’s word %s', (text, word) => {
  expect(carrierWord(text)).toBe(word)
})

test('the service’s own name for a word counts where the words are not the usual ones', () => {
  expect(keywordOf('ALTO', 'STOP')).toBe('stop')
  expect(keywordOf('CANCEL', 'STOP')).toBe('cancel')
  expect(keywordOf('Yes', 'START')).toBe('start')
  expect(keywordOf('Yes', null)).toBe('yes')
  expect(keywordOf('see you', 'toString')).toBeNull()
})

test('toll-free numbers are known by their prefix', () => {
  expect(['+18005550100', '+18885550100', '+18335550100'].map(isTollFree)).toEqual([true, true, true])
  expect(['+18085550100', '+15125550100', '+442079460000'].map(isTollFree)).toEqual([false, false, false])
})
