import { expect, test } from 'vitest'
import { DeskTrouble } from '../core/desk-trouble.ts'
import { startTrouble } from './start-trouble.ts'

const failed = (code: string) => Object.assign(new Error('could not write /home/ana garcia/secret'), { code })

test.each([
  ['SQLITE_FULL', 'no room left'],
  ['ENOSPC', 'no room left'],
  ['EACCES', 'may not write'],
  ['SQLITE_CANTOPEN_ISDIR', 'may not write'],
  ['SQLITE_BUSY', 'Another program'],
  ['ERR_DLOPEN_FAILED', 'kept DentalAnswer from running'],
])('%s is said in plain words with its code', (code, words) => {
  expect(startTrouble(failed(code))).toContain(words)
  expect(startTrouble(failed(code))).toContain(`(${code})`)
})

test('the error’s own text is not shown, our own words are', () => {
  expect(startTrouble(failed('EIO'))).not.toContain('garcia')
  expect(startTrouble(new TypeError('garcia'))).toContain('(TypeError)')
  expect(startTrouble(new DeskTrouble('KEYS_LOCKED', 'Unlock it.'))).toContain('Unlock it.')
})
