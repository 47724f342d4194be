import { expect, test } from 'vitest'
import { caretAsShown, codeAsShown, isWholeCode } from './pairing-code.ts'

test('a code is shown in capitals with its hyphen however it was typed', () => {
  for (const typed of ['abcd2345', 'ABCD-2345', ' ab cd 23 45 ', 'abcd–2345extra']) expect(codeAsShown(typed), typed).toBe('ABCD-2345')
  expect(codeAsShown('abcd')).toBe('ABCD')
  expect(codeAsShown('abcd2')).toBe('ABCD-2')
})

test('the caret stays behind the letter that was typed', () => {
  expect(caretAsShown('abcd2', 5)).toBe(6)
  expect(caretAsShown('ABXCD-2345', 3)).toBe(3)
  expect(caretAsShown('ABCD-2345', 5)).toBe(4)
})

test('only eight letters and digits are a code', () => {
  expect(isWholeCode('abcd-2345')).toBe(true)
  expect(isWholeCode('abcd-234')).toBe(false)
})
