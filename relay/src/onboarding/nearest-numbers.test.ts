import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { alternativesTo } from './nearest-numbers.ts'

const OWN = '+15125550142' as PhoneNumber

test('an area code is looked for farther and farther out, from a number of its own', () => {
  expect(alternativesTo({ kind: 'local', areaCode: '206' }, OWN)).toEqual(
    [25, 100, 300].map((miles) => ({
      search: { kind: 'local', near: { phoneNumber: '+12062000000', miles } },
      near: `No number in 206 now. These are within ${miles} miles.`,
    })),
  )
})

test('a city is looked for in its state, then around the practice', () => {
  const found = alternativesTo({ kind: 'local', locality: 'Austin', region: 'tx' }, OWN)
  expect(found[0]).toEqual({ search: { kind: 'local', region: 'tx' }, near: 'No number in Austin, TX now. These are in TX.' })
  expect(found[1]).toEqual({
    search: { kind: 'local', near: { phoneNumber: OWN, miles: 25 } },
    near: 'No number in Austin, TX now. These are within 25 miles of the practice.',
  })
})

test('digits are given up before the place', () => {
  const [first] = alternativesTo({ kind: 'local', areaCode: '512', contains: 'TEETH' }, OWN)
  expect(first).toEqual({ search: { kind: 'local', areaCode: '512' }, near: 'No number with TEETH in 512 now. These are in 512.' })
})

test('a toll-free number has no place to be near to', () => {
  expect(alternativesTo({ kind: 'toll_free' }, OWN)).toEqual([])
  expect(alternativesTo({ kind: 'toll_free', contains: '333' }, OWN)).toEqual([
    { search: { kind: 'toll_free' }, near: 'No such toll-free number now. These are other toll-free numbers.' },
  ])
})
