import type { NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { describe, expect, test } from 'vitest'
import type { SeenNumber } from './look-at-number.ts'
import { differencesOf, type WantedNumber } from './number-differences.ts'

const DESK = 'https://relay.example.com/api/webhooks/twilio/voice'
const THEIRS = 'https://voice.example.com/inbound'
const phoneNumber = '+12065550142' as PhoneNumber
const wanted: WantedNumber = {
  tag: 'da:one',
  addresses: { smsUrl: 'https://r/sms', smsFallbackUrl: null, statusUrl: 'https://r/status', voiceFallbackUrl: 'https://r/voice' },
  voiceUrl: 'theirs',
  deskVoiceUrl: DESK,
  assistantId: 'a1',
  fingerprint: 'f1',
}
const number = {
  sid: 'PN1',
  accountSid: 'AC1',
  phoneNumber,
  tag: 'da:one',
  voiceUrl: THEIRS,
  smsUrl: 'https://r/sms',
  smsFallbackUrl: '',
  statusUrl: 'https://r/status',
  voiceFallbackUrl: 'https://r/voice',
}
const service = { sid: 'MG1', tag: 'da:practice', inboundUrl: 'https://r/sms', statusUrl: 'https://r/status', usesNumberAddress: false }
const hosted = { id: 'h1', tag: 'da:one', phoneNumber, assistantId: 'a1', status: 'active' as const, smsEnabled: false }
const whole: SeenNumber = {
  ids: { twilioSid: 'PN1', messagingServiceSid: 'MG1', vapiPhoneNumberId: 'h1', vapiAssistantId: 'a1' },
  number,
  service,
  serviceNumbers: ['PN0', 'PN1'],
  hosted,
  assistant: { id: 'a1', tag: 'da:one', fingerprint: 'f1' },
}

describe('a number', () => {
  test('that is as it should be has no differences', () => expect(differencesOf(whole, wanted)).toEqual([]))

  const cases: [string, Partial<SeenNumber>, NumberProblemCode[]][] = [
    ['is gone from the account', { number: null }, ['NUMBER_MISSING']],
    ['sends texts elsewhere', { number: { ...number, smsUrl: 'https://else' } }, ['ADDRESSES_CHANGED']],
    ['lost our mark', { number: { ...number, tag: 'Front' } }, ['ADDRESSES_CHANGED']],
    ['has a service that sends texts elsewhere', { service: { ...service, inboundUrl: 'https://else' } }, ['ADDRESSES_CHANGED']],
    ['sends calls nowhere', { number: { ...number, voiceUrl: '' } }, ['VOICE_ADDRESS_CHANGED']],
    ['sends calls to the desk', { number: { ...number, voiceUrl: DESK } }, ['VOICE_ADDRESS_CHANGED']],
    ['left its service', { serviceNumbers: ['PN0'] }, ['NOT_IN_SERVICE']],
    ['has no service any more', { service: null, serviceNumbers: [] }, ['NOT_IN_SERVICE']],
    ['is not known to the voice service', { hosted: null }, ['IMPORT_MISSING']],
    ['has no assistant any more', { assistant: null }, ['ASSISTANT_MISSING']],
    ['is answered by nobody', { hosted: { ...hosted, assistantId: null } }, ['ASSISTANT_NOT_LINKED']],
    ['has an assistant with other words', { assistant: { id: 'a1', tag: 'da:one', fingerprint: 'f2' } }, ['ASSISTANT_CHANGED']],
    ['is blocked', { hosted: { ...hosted, status: 'blocked' } }, ['VENDOR_BLOCKED']],
  ]
  for (const [name, change, codes] of cases)
    test(`that ${name}`, () => expect(differencesOf({ ...whole, ...change }, wanted)).toEqual(codes))

  test('whose service leaves the address to its numbers needs none there', () => {
    const own = { ...service, inboundUrl: '', usesNumberAddress: true }
    expect(differencesOf({ ...whole, service: own }, wanted)).toEqual([])
  })

  test('that is paused sends its calls to the desk', () => {
    const paused = { ...whole, number: { ...number, voiceUrl: DESK } }
    expect(differencesOf(paused, { ...wanted, voiceUrl: DESK })).toEqual([])
    expect(differencesOf(whole, { ...wanted, voiceUrl: DESK })).toEqual(['VOICE_ADDRESS_CHANGED'])
  })

  test('of which only some parts are known is compared in these alone', () => {
    const ids = { twilioSid: null, messagingServiceSid: null, vapiPhoneNumberId: null, vapiAssistantId: null }
    expect(differencesOf({ ids, number: null, service: null, serviceNumbers: [], hosted: null, assistant: null }, wanted)).toEqual([])
  })
})
