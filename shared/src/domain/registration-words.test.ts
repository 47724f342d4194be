import { expect, test } from 'vitest'
import type { PracticePhone } from './practice.ts'
import { RegistrationDetails, type TextRegistration } from './registration.ts'
import { DETAIL_WORDS, missingDetails, registrationKindOf, standingOf } from './registration-words.ts'

const phone = (texting: PracticePhone['texting']) => ({ texting })
const complete = RegistrationDetails.parse({
  ...Object.fromEntries(Object.keys(DETAIL_WORDS).map((name) => [name, 'https://example.com/x'])),
  ein: '12-3456789',
  region: 'TX',
  postalCode: '78701',
  contactEmail: 'a@b.example',
  contactPhone: '+15125550142',
  contactFirstName: 'Dana',
  optInWording: 'Patients sign: I agree to get texts about my appointments.',
})

function waitingAt(...stages: TextRegistration['stages']): TextRegistration {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    kind: '10dlc',
    phoneNumberId: null,
    details: complete,
    stages,
    customerProfileSid: null,
    a2pProfileSid: null,
    brandSid: null,
    campaignSid: null,
    verificationSid: null,
    submittedAt: null,
    checkedAt: null,
    approvedAt: null,
    updatedAt: '2026-03-02T15:00:00.000Z',
  } as unknown as TextRegistration
}

test('nothing is missing from complete details, and each gap is named', () => {
  expect(missingDetails('10dlc', complete)).toEqual([])
  expect(missingDetails('toll_free', complete)).toEqual([])
  expect(missingDetails('toll_free', { ...complete, optInImageUrl: '' })).toEqual(['Address of a picture of that form'])
  expect(missingDetails('10dlc', { ...complete, optInImageUrl: '' })).toEqual([])
  expect(missingDetails('10dlc', { ...complete, postalCode: '787', region: 'T' })).toEqual(['State, two letters', 'ZIP code'])
  expect(missingDetails('10dlc', RegistrationDetails.parse({}))).toHaveLength(Object.keys(DETAIL_WORDS).length - 1)
})

test('only the seven toll-free prefixes are toll-free', () => {
  expect(['+18005550100', '+18335550100', '+18885550100'].map(registrationKindOf)).toEqual(['toll_free', 'toll_free', 'toll_free'])
  expect(['+18085550100', '+15125550100', '+442079460000'].map(registrationKindOf)).toEqual(['10dlc', '10dlc', '10dlc'])
})

test('a standing says what it waits for, whose turn it is, and that calls work', () => {
  const stage = (
    name: TextRegistration['stages'][number]['name'],
    state: 'waiting' | 'failed' | 'done',
    problem: string | null = null,
  ) => ({
    name,
    state,
    problem,
    at: null,
  })
  expect(standingOf(null, phone('waiting'))).toMatchObject({ headline: 'Not registered to text', who: 'staff' })
  expect(standingOf(waitingAt(stage('profile', 'waiting')), phone('waiting')).who).toBe('operator')
  const campaign = standingOf(waitingAt(stage('brand', 'done'), stage('campaign', 'waiting')), phone('waiting'))
  expect(campaign.detail).toMatch(/10 to 15 business days.* Calls work meanwhile\.$/)
  const failed = standingOf(waitingAt(stage('campaign', 'failed', 'The opt-in is not clear.')), phone('refused'))
  expect(failed).toEqual({ headline: 'Carriers refused it', detail: 'The opt-in is not clear. Calls work meanwhile.', who: 'staff' })
  expect(standingOf(waitingAt(stage('linked', 'done')), phone('ready')).headline).toBe('Texts work')
  expect(standingOf(waitingAt(stage('linked', 'done')), phone('waiting')).headline).toBe('Approved, not switched on yet')
})
