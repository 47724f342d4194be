import { expect, test } from 'vitest'
import { brandState, campaignState, verificationState } from './review-states.ts'

const sid = `BN${'a'.repeat(32)}`

test.each([
  ['PENDING', 'waiting'],
  ['IN_REVIEW', 'waiting'],
  ['SOMETHING_NEW', 'waiting'],
  ['APPROVED', 'approved'],
  ['FAILED', 'rejected'],
  ['SUSPENDED', 'rejected'],
])('a brand that is %s is %s', (status, state) => {
  expect(brandState({ sid, status, failureReason: '', errors: [] })).toEqual({ sid, state, problem: null })
})

test.each([
  ['IN_PROGRESS', 'waiting'],
  ['PENDING', 'waiting'],
  ['VERIFIED', 'approved'],
  ['FAILED', 'rejected'],
])('a campaign that is %s is %s', (campaignStatus, state) => {
  expect(campaignState({ sid, campaignStatus, errors: [] })).toMatchObject({ state })
})

test.each([
  ['PENDING_REVIEW', 'waiting'],
  ['IN_REVIEW', 'waiting'],
  ['TWILIO_APPROVED', 'approved'],
  ['TWILIO_REJECTED', 'rejected'],
])('a toll-free verification that is %s is %s', (status, state) => {
  expect(verificationState({ sid, status, rejectionReason: '', rejectionReasons: null })).toMatchObject({ state })
})

test('what carriers say about a rejection is kept once each, in whichever form it comes', () => {
  const errors = [{ code: 30910, description: 'English only.' }, 'Tax id does not match.', { detail: 'English only.' }, null, 7]
  const rejected = brandState({ sid, status: 'FAILED', failureReason: 'Tax id does not match.', errors })
  expect(rejected.problem).toBe('English only. Tax id does not match.')
  expect(brandState({ sid, status: 'FAILED', failureReason: 'x'.repeat(900), errors: [] }).problem).toHaveLength(500)
  expect(brandState({ sid, status: 'PENDING', failureReason: 'old', errors }).problem).toBeNull()
})
