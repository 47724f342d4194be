import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'
import { expect, test } from 'vitest'
import { maskedEin, readRegistration, registrationForm, typedDetails, usualWording } from './registration-form.ts'

const saved = { details: RegistrationDetails.parse({ legalName: 'Bright Smiles, PLLC', ein: '123456789', contactPhone: '+15125550100' }) }
const kept = saved as TextRegistration

test('a saved tax number is never put into the form, and shows its last four digits only', () => {
  expect(JSON.stringify(registrationForm(kept, 'US'))).not.toContain('123456789')
  expect(maskedEin('123456789')).toBe('••-•••6789')
  expect(maskedEin('')).toBeNull()
})

test('saving without touching the tax number keeps it, typing another replaces it', () => {
  const form = registrationForm(kept, 'US')
  expect(readRegistration(form, kept, 'US')).toMatchObject({ details: { ein: '123456789', contactPhone: '+15125550100' } })
  expect(readRegistration({ ...form, ein: '98-7654321' }, kept, 'US')).toMatchObject({ details: { ein: '987654321' } })
})

test('an unfinished form can be saved', () => {
  const form = registrationForm(null, 'US')
  expect(readRegistration({ ...form, legalName: 'Bright Smiles', region: 'tx' }, null, 'US')).toMatchObject({
    details: { legalName: 'Bright Smiles', region: 'TX', ein: '', contactPhone: null },
  })
})

test('what cannot be read is named by its field', () => {
  const form = {
    ...registrationForm(null, 'US'),
    ein: '12-34',
    contactPhone: 'ask Ana',
    website: 'bright',
    contactEmail: 'ana@',
    region: 'Texas',
  }
  const read = readRegistration(form, null, 'US')
  expect('problems' in read && Object.keys(read.problems).sort()).toEqual(['contactEmail', 'contactPhone', 'ein', 'region', 'website'])
})

test('while typing, a number that cannot be read counts as missing', () => {
  expect(typedDetails({ ...registrationForm(kept, 'US'), contactPhone: '12' }, kept, 'US').contactPhone).toBeNull()
})

test('the usual words name the practice and the way out, and fit the longest name', () => {
  const words = usualWording('x'.repeat(80))
  expect(words).toContain('STOP')
  expect(words.length).toBeGreaterThan(40)
  expect(RegistrationDetails.safeParse({ optInWording: words }).success).toBe(true)
})
