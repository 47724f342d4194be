import { Practice, PracticeSettings } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'
import { expect, test } from 'vitest'
import { campaignOf, samplesOf } from './registration-campaign.ts'

const NOW = '2026-03-02T15:00:00.000Z' as Instant
const practice = (settings: object = {}): Practice =>
  Practice.parse({
    id: '0198c0de-0000-7000-8000-000000000001',
    name: 'Bright Smiles Dental',
    textName: 'Bright Smiles',
    phoneNumber: '+15125550142',
    country: 'US',
    timeZone: 'America/Chicago',
    settings: PracticeSettings.parse(settings),
    setupVersion: 1,
  })
const template = (bodyEn: string, id = 'one') => ({ id, name: 'One', bodyEn, bodyEs: 'Uno' })

test('what carriers are told keeps to their lengths and is made of the practice’s own texts', () => {
  const optInWording = 'Patients sign on the form: "I agree to get texts about my appointments."'
  const campaign = campaignOf(
    practice(),
    RegistrationDetails.parse({ legalName: 'BS PLLC', city: 'Austin', region: 'TX', optInWording }),
    NOW,
  )
  expect(campaign.description.length).toBeGreaterThanOrEqual(40)
  expect(campaign.messageFlow).toBe(optInWording)
  expect(campaign.samples).toHaveLength(5)
  for (const sample of campaign.samples) {
    expect(sample.length).toBeGreaterThanOrEqual(20)
    expect(sample).toContain('Bright Smiles')
    expect(sample).toMatch(/\bSTOP\b/)
    expect(sample).not.toContain('{')
  }
})

test('a template with a link is no sample, and without templates there are still two', () => {
  expect(samplesOf(practice({ textTemplates: [template('Book at https://x.example or www.x.example now, please.')] }), NOW)).toHaveLength(2)
  expect(samplesOf(practice({ textTemplates: [] }), NOW)).toHaveLength(2)
})

test('a long template is cut, and still says how to end it', () => {
  const [, , long] = samplesOf(practice({ textTemplates: [template('a'.repeat(600))] }), NOW)
  expect(long).toMatch(/^Bright Smiles: a+ Reply STOP to opt out\.$/)
  expect(long!.length).toBeLessThanOrEqual(1_024)
})
