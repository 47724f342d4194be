import { FIRST_TEMPLATES, type TextTemplate } from '@dentalanswer/shared/domain/text-template.ts'
import { expect, test } from 'vitest'
import { at, NUMBER, person } from '../../../samples/thread-samples.ts'
import { offerText, slotsToOffer } from './offer-text.ts'
import { recipientsOf } from './recipients.ts'
import { textLength } from './segment-words.ts'
import { fieldWords, filledTemplate, unfilledFields } from './template-values.ts'

const practice = { textName: 'Bright Smiles', phone: '(512) 555-0142', timeZone: 'America/Chicago' as never }
const template = (id: string): TextTemplate => FIRST_TEMPLATES.find((one) => one.id === id)!

test('a template is filled with the person and the next visit, in their language', () => {
  const visit = { startsAt: at('14:30', 4) }
  expect(filledTemplate(template('insurance-card'), { patient: person('ana', 'Ana'), visit, practice })).toBe(
    'Bright Smiles: Ana, please bring your insurance card and a photo ID on Wed, Mar 4 at 2:30 PM.',
  )
  const carmen = person('carmen', 'Carmen', { language: 'es' })
  expect(filledTemplate(template('insurance-card'), { patient: carmen, visit, practice })).toBe(
    'Bright Smiles: Carmen, por favor traiga su tarjeta del seguro y una identificacion el mié, 4 de mar a las 2:30 PM.',
  )
})

test('what is not known stays in braces, and the text may not go like that', () => {
  const text = filledTemplate(template('insurance-card'), { patient: person('ana', 'Ana'), visit: null, practice })
  expect(unfilledFields(text)).toEqual(['day', 'time'])
  expect(fieldWords(unfilledFields(text))).toBe('the day and the time')
  expect(unfilledFields('Plain words in {braces}')).toEqual([])
})

test('the length is said in segments, and what is left near the end of one', () => {
  expect(textLength('')).toMatchObject({ segments: 0, dear: [] })
  expect(textLength('Hello')).toMatchObject({ segments: 1, words: '1 segment' })
  expect(textLength('a'.repeat(150)).words).toBe('1 segment, 10 left')
  expect(textLength('a'.repeat(161)).words).toBe('2 segments')
})

test('one sign that makes a text dearer is named, unless plain letters would not help', () => {
  const long = `${'a'.repeat(100)} mañana será otro día`
  expect(textLength(long)).toMatchObject({ segments: 2, dear: ['á', 'í'] })
  expect(textLength('será').dear).toEqual([])
})

const slot = (startsAt: ReturnType<typeof at>) => ({ startsAt, providerId: 'kim' }) as never

test('three times are offered, on different days where there are such', () => {
  const slots = [
    slot(at('9:00', 4)),
    slot(at('9:00', 4)),
    slot(at('9:15', 4)),
    slot(at('14:00', 5)),
    slot(at('8:00', 6)),
    slot(at('8:00', 9)),
  ]
  const offered = slotsToOffer(slots, (instant) => instant.slice(0, 10) as never)
  expect(offered.map((one) => one.startsAt)).toEqual([at('9:00', 4), at('14:00', 5), at('8:00', 6)])
  expect(offerText(offered, 'en', practice.timeZone)).toBe(
    'We have Wed, Mar 4 at 9:00 AM, Thu, Mar 5 at 2:00 PM or Fri, Mar 6 at 8:00 AM. Which one suits you?',
  )
})

test('one day with little room still gives three times in order', () => {
  const slots = [slot(at('9:00', 4)), slot(at('9:15', 4)), slot(at('9:30', 4)), slot(at('9:45', 4))]
  expect(slotsToOffer(slots, () => '2026-03-04' as never)).toHaveLength(3)
})

test('a new text goes to whoever is found, on each number that is theirs, or to the number typed', () => {
  const ana = person('ana', 'Ana')
  expect(recipientsOf('ana', [ana], 'US')).toMatchObject([{ patient: { id: 'ana' }, phoneNumber: NUMBER }])
  expect(recipientsOf('(737) 555-0144', [], 'US')).toMatchObject([{ patient: null, phoneNumber: '+17375550144' }])
  expect(recipientsOf('512 555 0199', [ana], 'US')).toHaveLength(1)
  expect(recipientsOf('555', [], 'US')).toEqual([])
})
