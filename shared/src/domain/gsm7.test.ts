import { expect, test } from 'vitest'
import { isGsm7, segmentsOf, toGsm7 } from './gsm7.ts'

test.each([
  ['“Hi” – it’s Ana…', '"Hi" - it\'s Ana...'],
  ['José Núñez', 'José Nuñez'],
  ['María Ávila, sábado a mediodía', 'Maria Avila, sabado a mediodia'],
  ['Łukasz Đặng Œuvre', 'Lukasz Dang OEuvre'],
  ['Ana 😀 Garcia', 'Ana Garcia'],
  ['李小龍', ''],
  ['a\u00a0b\u202fc', 'a b c'],
  ['ﬁ Ⅳ', 'fi IV'],
])('%s is spelled %s', (text, spelled) => {
  expect(toGsm7(text)).toBe(spelled)
  expect(isGsm7(toGsm7(text))).toBe(true)
})

test.each([
  ['', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['á'.repeat(70), 1],
  ['á'.repeat(71), 2],
  ['😀'.repeat(35), 1],
  ['😀'.repeat(36), 2],
])('%s is counted in parts as it is billed', (text, parts) => {
  expect(segmentsOf(text)).toBe(parts)
})
