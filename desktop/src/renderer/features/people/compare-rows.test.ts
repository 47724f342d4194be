import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { sampleContact, samplePatient } from '../../../samples/people-samples.ts'
import { timesIn } from '../../ui/times.ts'
import { compareRows, haveDifferentBirthDates } from './compare-rows.ts'

const ground = { times: timesIn('America/Chicago' as TimeZone, 'en-US'), phone: (number: string) => number.slice(-4) }

test('rows say what differs about who they are', () => {
  const one = samplePatient({ contactPoints: [sampleContact('+15125550199')] })
  const other = samplePatient({ birthDate: null, contactPoints: [sampleContact('+15125550199')], source: 'voice' })
  const rows = compareRows(
    [
      { patient: one, visits: '1 to come', guardian: '' },
      { patient: other, visits: 'none', guardian: '' },
    ],
    ground,
  )
  expect(rows.filter((row) => row.differs).map((row) => row.name)).toEqual(['Birth date'])
  expect(rows.find((row) => row.name === 'Numbers')?.values).toEqual(['0199, mobile', '0199, mobile'])
  expect(rows.find((row) => row.name === 'Birth date')?.values).toEqual(['Apr 12, 1988', 'not known'])
})

test('an unknown birth date does not differ', () => {
  const one = samplePatient()
  expect(haveDifferentBirthDates(one, samplePatient({ birthDate: null }))).toBe(false)
  expect(haveDifferentBirthDates(one, samplePatient({ birthDate: '1988-04-13' }))).toBe(true)
})
