import { expect, test } from 'vitest'
import { person } from '../../samples/thread-samples.ts'
import { mainNumber } from './main-number.ts'

const point = (phoneNumber: string, part: object = {}) =>
  ({ phoneNumber, label: 'mobile', isPrimary: false, status: 'active', ...part }) as never
const having = (...contactPoints: never[]) => person('p', 'P', { contactPoints })

test('the main number comes before another one that still works', () => {
  expect(mainNumber(having(point('+15125550001'), point('+15125550002', { isPrimary: true })))).toBe('+15125550002')
})

test('a main number that is no longer theirs gives way to one that is', () => {
  for (const status of ['wrong_number', 'removed'])
    expect(mainNumber(having(point('+15125550001'), point('+15125550002', { isPrimary: true, status })))).toBe('+15125550001')
})

test('nobody, and somebody without a number that works, has none', () => {
  expect(mainNumber(null)).toBeNull()
  expect(mainNumber(having(point('+15125550001', { status: 'wrong_number' })))).toBeNull()
})
