import { expect, test } from 'vitest'
import { at, NOW, ours, person, say, thread, visit } from '../../../samples/thread-samples.ts'
import { personFacts } from './person-facts.ts'

const names = { ...say, now: NOW, typeName: () => 'Cleaning', providerName: () => 'Kim', operatoryName: () => 'Op 3' }
const ana = person('ana', 'Ana')
const leo = person('leo', 'Leo', { birthDate: '2015-09-30' as never, guardianId: 'ana' as never })

test('a card says age, who decides, the next and the last visit', () => {
  const appointments = [
    visit('last', at('9:00', 1), { patientId: leo.id, status: 'completed' }),
    visit('next', at('15:30'), { patientId: leo.id }),
    visit('off', at('15:00'), { patientId: leo.id, status: 'cancelled' }),
  ]
  const facts = personFacts(leo, thread({ patients: [ana, leo], appointments, messages: [ours('ask', { relatedId: 'next' })] }), names)
  expect(Object.fromEntries(facts.lines.map((one) => [one.label, one.value]))).toEqual({
    Age: '10, Ana decides',
    Next: 'Today 3:30 PM, Cleaning, Op 3 · Kim',
    Last: 'Sun, Mar 1, Cleaning',
    Texting: 'allowed',
  })
  expect(facts.tag).toEqual({ tone: 'grey', words: 'Asked 3:30' })
})

test('a confirmed visit of another day names the day', () => {
  const appointments = [visit('next', at('9:00', 4), { confirmation: 'confirmed' })]
  expect(personFacts(ana, thread({ patients: [ana], appointments }), names).tag).toEqual({ tone: 'green', words: 'Confirmed Wed 9:00' })
})

test('nobody is given the visits of the rest of the household', () => {
  const view = thread({ patients: [ana, leo], appointments: [visit('next', at('15:30'), { patientId: leo.id })] })
  expect(personFacts(ana, view, names).next).toBeNull()
})
