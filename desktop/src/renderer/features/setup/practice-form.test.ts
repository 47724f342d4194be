import { expect, test } from 'vitest'
import { samplePractice } from '../../../samples/setup-samples.ts'
import { practiceChange, practiceForm, presentOf } from './practice-form.ts'

const form = practiceForm(samplePractice({ onCall: [{ name: 'Dr. Osei', phoneNumber: '+15125550101' }] }))

test('only edited fields are sent, so another desk’s change of the rest stays', () => {
  expect(practiceChange({ ...form, textName: 'Smiles', horizonDays: '90' }, ['textName', 'horizonDays'], 'US')).toEqual({
    change: { textName: 'Smiles', settings: { horizonDays: 90 } },
  })
  expect(practiceChange(form, [], 'US')).toEqual({ change: {} })
})

test('a change comes with what stands now in the fields it names, and in no other', () => {
  const practice = samplePractice({})
  const { horizonDays } = practice.settings
  expect(presentOf(practice, { name: 'Smiles', settings: { horizonDays: 90 } })).toEqual({
    name: practice.name,
    settings: { horizonDays },
  })
  expect(presentOf(practice, { textName: 'Smiles' })).toEqual({ textName: practice.textName })
})

test('empty means no limit and nowhere, where that is possible', () => {
  const typed = { ...form, newPatientsPerDay: '', transferNumber: ' ' }
  expect(practiceChange(typed, ['newPatientsPerDay', 'transferNumber'], 'US')).toEqual({
    change: { settings: { newPatientsPerDay: null, transferNumber: null } },
  })
})

test('what is wrong stands under its field in plain words', () => {
  const typed = {
    ...form,
    name: '',
    textName: 'x'.repeat(31),
    horizonDays: '600',
    minimumNoticeMinutes: 'soon',
    phoneNumber: '12',
    timeZone: 'Chicago',
  }
  const read = practiceChange(typed, ['name', 'textName', 'horizonDays', 'minimumNoticeMinutes', 'phoneNumber', 'timeZone'], 'US')
  expect('problems' in read && read.problems).toEqual({
    name: 'Needed',
    textName: 'At most 30 characters',
    phoneNumber: 'Not a phone number',
    timeZone: 'Not an IANA time zone like America/Chicago',
    minimumNoticeMinutes: 'A whole number, please',
    horizonDays: 'At most 548',
  })
})

test('somebody on call needs a name and a number', () => {
  const typed = { ...form, onCall: [...form.onCall, { name: 'Dr. Kim', phoneNumber: '' }] }
  const read = practiceChange(typed, ['onCall'], 'US')
  expect('problems' in read && read.problems).toEqual({ onCall: 'Number 2 on call needs a name and a phone number' })
})

test('numbers are stored the way carriers write them', () => {
  const read = practiceChange({ ...form, onCall: [{ name: 'Dr. Kim', phoneNumber: '(512) 555-0102' }] }, ['onCall'], 'US')
  expect('change' in read && read.change.settings?.onCall).toEqual([{ name: 'Dr. Kim', phoneNumber: '+15125550102' }])
})
