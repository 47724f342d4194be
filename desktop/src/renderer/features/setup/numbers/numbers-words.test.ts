import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { AppointmentType, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { typesAtOnce, warningsOf } from './bookable.ts'
import { forwardVerdict } from './forward-verdict.ts'
import { monthsBehind, stopsWorking, trafficWords, typedIs } from './give-up-words.ts'
import { rentWords } from './money.ts'
import { PORT_STATES, readPort } from './port-words.ts'
import { firstSearch, searchQuestion } from './search-question.ts'
import { transferTrouble } from './transfer-trouble.ts'

const number = (digits: string) => `+1${digits}` as PhoneNumber

test('the number is typed in any way of writing it', () => {
  expect(typedIs('(512) 555-0100', number('5125550100'))).toBe(true)
  expect(typedIs('+1 512 555 0100', number('5125550100'))).toBe(true)
  expect(typedIs('512 555 010', number('5125550100'))).toBe(false)
})

test('giving up a main number behind another one says both', () => {
  const phone = { isPrimary: true, forwardedFrom: number('5125550142'), way: 'forward' } as never
  const lines = stopsWorking(phone, () => '(512) 555-0142').join(' ')
  expect(lines).toMatch(/main number/)
  expect(lines).toMatch(/\(512\) 555-0142 forwards here/)
})

test('traffic is told for this month and the last, also over a new year', () => {
  expect(monthsBehind('2026-01-15' as LocalDate)).toEqual({ from: '2025-12', to: '2026-01' })
  expect(
    trafficWords([
      { calls: 1, textsIn: 0 },
      { calls: 0, textsIn: 2 },
    ]),
  ).toBe('This month and last it had 1 call, and 2 texts came in.')
  expect(trafficWords([])).toMatch(/^Nobody/)
})

test('the first search is the practice’s own area', () => {
  expect(firstSearch(number('5125550142')).areaCode).toBe('512')
  expect(firstSearch('+442079460000' as PhoneNumber).areaCode).toBe('')
})

test('a search says what is missing or wrong, and leaves out what is empty', () => {
  const search = firstSearch(number('5125550142'))
  expect(searchQuestion(search).input).toEqual({ kind: 'local', areaCode: '512' })
  expect(searchQuestion({ ...search, areaCode: '12' }).problem).toMatch(/three digits/)
  expect(searchQuestion({ ...search, areaCode: '', city: ' Austin ', region: 'tx' }).input).toEqual({
    ...{ kind: 'local', locality: 'Austin', region: 'TX' },
  })
  expect(searchQuestion({ ...search, areaCode: '' }).problem).toBe('Write an area code, a city, or digits.')
  expect(searchQuestion({ ...search, kind: 'toll_free', contains: 'SMILE' }).input).toEqual({ kind: 'toll_free', contains: 'SMILE' })
})

test('callers are never put through to a number that sends them back', () => {
  const [wanted, ownLine] = [number('5125550177'), number('5125550142')]
  expect(transferTrouble({ wanted, ownLine, transferNumber: wanted, isAlways: false })?.blocks).toBe(true)
  expect(transferTrouble({ wanted, ownLine, transferNumber: ownLine, isAlways: true })?.blocks).toBe(true)
  expect(transferTrouble({ wanted, ownLine, transferNumber: ownLine, isAlways: false })?.blocks).toBe(false)
  expect(transferTrouble({ wanted, ownLine, transferNumber: number('5125550191'), isAlways: true })).toBeNull()
  expect(transferTrouble({ wanted: null, ownLine: null, transferNumber: null, isAlways: true })).toBeNull()
})

const type = (part: Partial<AppointmentType>) =>
  ({
    ...{ id: 't', name: 'Cleaning', providers: [{ providerId: 'a', durationMinutes: null }], operatoryIds: ['o'], position: 0 },
    ...{ bookableByVoice: true, active: true, durationMinutes: 50 },
    ...part,
  }) as unknown as AppointmentType
const ground = (types: AppointmentType[], isWorking = true) =>
  ({
    ...{ appointmentTypes: types, providers: [{ id: 'a', active: true }], operatories: [{ id: 'o', active: true }] },
    hours: isWorking ? [{ providerId: 'a', shifts: [{ weekday: 1, startsAt: '08:00', endsAt: '12:00' }] }] : [],
  }) as unknown as Setup

test('a practice is warned when callers could book nothing', () => {
  expect(warningsOf(ground([type({})]))).toEqual([])
  expect(warningsOf(ground([type({})], false))[0]).toMatch(/Nobody has hours/)
  expect(warningsOf(ground([]))[0]).toMatch(/no appointment type/)
  expect(warningsOf(ground([type({ bookableByVoice: false })]))[0]).toMatch(/Nothing is booked at once/)
})

test('a type nobody can do says why', () => {
  expect(typesAtOnce(ground([type({ providers: [] })]))[0]?.lack).toBe('Nobody who works here does it')
  expect(warningsOf(ground([type({}), type({ name: 'Crown', operatoryIds: [] })]))).toEqual([
    'Crown cannot be booked: no operatory for it.',
  ])
})

test('every verdict about forwarding that is not good says what to change', () => {
  for (const state of ['answered_there', 'loop', 'not_arrived', 'failed'] as const) expect(forwardVerdict({ state }).advice).toBeTruthy()
  expect(forwardVerdict({ state: 'arrived' })).toMatchObject({ tone: 'green', advice: null })
})

test('what is typed about bringing a number over is read whole, with its day', () => {
  const draft = { carrier: 'Oldtel', accountName: '', accountNumber: '', serviceAddress: '', note: '', dueOn: '2026-12-01' }
  expect(readPort(draft, 'scheduled').port).toMatchObject({ carrier: 'Oldtel', dueOn: '2026-12-01', state: 'scheduled' })
  expect(readPort({ ...draft, dueOn: 'soon' }, 'scheduled').problems?.dueOn).toBeTruthy()
  expect(Object.keys(PORT_STATES)).toContain('rejected')
})

test('rent is in dollars a month, or said to be unknown', () => {
  expect(rentWords(1_150_000)).toBe('$1.15 a month')
  expect(rentWords(null)).toBe('price not known')
})
