import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { expect, test } from 'vitest'
import { registeringsOf, whyNotSent } from './registrations-of.ts'

const number = (phoneNumber: string, part: object = {}) =>
  ({ id: phoneNumber, phoneNumber, label: '', status: 'active', isPrimary: false, texting: 'waiting', ...part }) as never
const registration = (part: object) => ({ kind: '10dlc', phoneNumberId: null, stages: [], ...part }) as unknown as TextRegistration
const LOCAL = '+15125550100'
const FREE = '+18885550100'

test('before there is a number, ordinary numbers can be registered', () => {
  const [one] = registeringsOf({ phoneNumbers: [], textRegistrations: [] })
  expect(one).toMatchObject({ key: '10dlc', numbers: [], standing: { who: 'staff' } })
  expect(one?.stages.map((stage) => stage.name)).toEqual(['details', 'profile', 'brand', 'campaign', 'linked'])
})

test('a toll-free number has its own, beside that of the ordinary ones', () => {
  const all = registeringsOf({ phoneNumbers: [number(FREE), number(LOCAL, { isPrimary: true })], textRegistrations: [] })
  expect(all.map(({ key, kind }) => [key, kind])).toEqual([
    ['10dlc', '10dlc'],
    [FREE, 'toll_free'],
  ])
  expect(registeringsOf({ phoneNumbers: [number(FREE)], textRegistrations: [] })).toHaveLength(1)
})

test('a toll-free number begins with what carriers know of the practice already', () => {
  const ordinary = registration({ kind: '10dlc' })
  const own = registration({ kind: 'toll_free', phoneNumberId: FREE })
  const known = (textRegistrations: TextRegistration[]) =>
    registeringsOf({ phoneNumbers: [number(FREE)], textRegistrations }).find((one) => one.kind === 'toll_free')
  expect(known([ordinary])).toMatchObject({ saved: null, known: ordinary })
  expect(known([ordinary, own])?.known).toBe(own)
})

test('a number that waits decides, and one that was given up does not count', () => {
  const ready = number(LOCAL, { texting: 'ready', isPrimary: true })
  const only = (numbers: never[]) => registeringsOf({ phoneNumbers: numbers, textRegistrations: [] })[0]!.standing.who
  expect(only([ready])).toBe('nobody')
  expect(only([ready, number('+15125550101')])).toBe('staff')
  expect(only([ready, number('+15125550101', { status: 'released' })])).toBe('nobody')
})

test('the stages are those the relay keeps', () => {
  const stages: TextRegistration['stages'] = [{ name: 'details', state: 'done', problem: null, at: null }]
  expect(registeringsOf({ phoneNumbers: [], textRegistrations: [registration({ stages })] })[0]?.stages).toBe(stages)
})

const ready = { missing: [] as string[], isTyped: false, isLive: true, isSaved: true }
const stages = (...states: ['details' | 'profile' | 'brand', 'todo' | 'done' | 'waiting' | 'failed'][]) => ({
  stages: states.map(([name, state]) => ({ name, state, problem: null, at: null })),
})

test('it can be sent once it is complete and saved', () => {
  const fresh = stages(['details', 'todo'])
  expect(whyNotSent(fresh, ready)).toEqual({ words: null })
  expect(whyNotSent(fresh, { ...ready, missing: ['City', 'State', 'Website'] })?.words).toMatch(/^3 details/)
  expect(whyNotSent(fresh, { ...ready, missing: ['Website'] })?.words).toBe('Still needed before it can be sent: Website.')
  expect(whyNotSent(fresh, { ...ready, isTyped: true })?.words).toMatch(/^Save first/)
  expect(whyNotSent(fresh, { ...ready, isLive: false })?.words).toMatch(/connected/)
})

test('while others have their turn there is nothing to send; after a refusal there is again', () => {
  expect(whyNotSent(stages(['details', 'done'], ['brand', 'waiting']), ready)).toBeNull()
  expect(whyNotSent(stages(['details', 'done'], ['profile', 'failed']), ready)).toBeNull()
  expect(whyNotSent(stages(['details', 'done'], ['brand', 'failed']), ready)).toEqual({ words: null })
})
