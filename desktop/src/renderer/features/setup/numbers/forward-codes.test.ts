import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect, test } from 'vitest'
import { CARRIERS, type Carrier, FORWARD_WHEN, type ForwardWhen, forwardCodes } from './forward-codes.ts'

const to = '+15125550177' as PhoneNumber

test('an office line forwards by star codes with ten digits', () => {
  expect(forwardCodes('att', 'always', to)).toMatchObject({ on: ['*72 5125550177'], off: ['*73'] })
  expect(forwardCodes('spectrum', 'noAnswer', to)).toMatchObject({ on: ['*92 5125550177'], off: ['*93'] })
  expect(forwardCodes('comcast', 'busy', to)).toMatchObject({ on: ['*90 5125550177'], off: ['*91'] })
})

test('busy and not answered are two codes, each with its own way back', () => {
  expect(forwardCodes('frontier', 'busyOrNoAnswer', to)).toMatchObject({
    on: ['*92 5125550177', '*90 5125550177'],
    off: ['*93', '*91'],
  })
})

test('a mobile network takes the number with its country code', () => {
  expect(forwardCodes('tMobile', 'always', to)).toMatchObject({ on: ['**21*15125550177#'], off: ['##21#'] })
  expect(forwardCodes('attMobile', 'busyOrNoAnswer', to)).toMatchObject({
    on: ['**61*15125550177#', '**67*15125550177#'],
    off: ['##61#', '##67#'],
  })
})

test('Verizon mobile has one code for busy and not answered, and another for every call', () => {
  expect(forwardCodes('verizonMobile', 'busy', to)).toMatchObject({ on: ['*71 5125550177'], off: ['*73'] })
  expect(forwardCodes('verizonMobile', 'always', to)).toMatchObject({ on: ['*72 5125550177'], off: ['*73'] })
})

test('a phone system has no codes but words', () => {
  const codes = forwardCodes('other', 'always', to)
  expect(codes.on).toEqual([])
  expect(codes.advice[0]).toMatch(/call forwarding or call routing/)
})

test('every carrier says what to do when a code does nothing, and every code has a way back', () => {
  for (const carrier of Object.keys(CARRIERS) as Carrier[])
    for (const when of Object.keys(FORWARD_WHEN) as ForwardWhen[]) {
      const { on, off, advice } = forwardCodes(carrier, when, to)
      expect(off).toHaveLength(on.length)
      expect(advice.length).toBeGreaterThan(0)
      if (on.length > 0) expect(advice.join(' ')).toMatch(/ask your carrier/)
    }
})
