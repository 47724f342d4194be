import { expect, test } from 'vitest'
import { dataFolderIn, pairingIn } from './start-args.ts'

const args = ['electron', '/app', '--user-data-dir=/tmp/desk', '--pair=http://127.0.0.1:4000,ABCD-1234']

test('while it is being tried out, the start says where data goes and whom to pair with', () => {
  expect(dataFolderIn(args, false)).toBe('/tmp/desk')
  expect(pairingIn(args, false)).toEqual({ address: 'http://127.0.0.1:4000', code: 'ABCD-1234' })
})

test('what is installed pairs with nobody by itself', () => {
  expect(dataFolderIn(args, true)).toBeNull()
  expect(pairingIn(args, true)).toBeNull()
})
