import type { Call, CallTurn } from '@dentalanswer/shared/domain/call.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { NumberTrial } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { callState, isTrying, textState, trialNow } from './trial-view.ts'

const at = (minute: number) => `2026-03-03T16:${String(minute).padStart(2, '0')}:00.000Z` as Instant
const own = '+15125550117'
const trial = { phoneNumber: own, startedAt: at(10), endsAt: at(40) } as NumberTrial
const call = (part: Partial<Call>) =>
  ({ id: 'c', direction: 'inbound', callerNumber: own, status: 'ended', startedAt: at(11), createdAt: at(11), ...part }) as Call
const text = (part: Partial<Message>) =>
  ({ direction: 'inbound', patientNumber: own, status: 'received', createdAt: at(12), ...part }) as Message

test('only what the own phone did since the trial began counts', () => {
  const seen = trialNow(
    {
      calls: [call({ callerNumber: '+15125550199' as never }), call({ createdAt: at(5) }), call({ id: 'mine' as never })],
      callTurns: [],
      messages: [text({ patientNumber: '+15125550199' as never })],
    },
    trial,
  )
  expect(seen.callIn?.call.id).toBe('mine')
  expect(seen.textIn).toBeNull()
})

test('each way shows its newest, a call with its words in order', () => {
  const turn = (position: number, role: CallTurn['role']) => ({ callId: 'new', position, role, text: 'x', at: at(13) }) as CallTurn
  const seen = trialNow(
    {
      calls: [
        call({ id: 'old' as never }),
        call({ id: 'new' as never, createdAt: at(13) }),
        call({ id: 'out' as never, direction: 'outbound' }),
      ],
      callTurns: [turn(2, 'caller'), turn(1, 'assistant'), turn(3, 'tool')],
      messages: [],
    },
    trial,
  )
  expect(seen.callIn?.turns.map((one) => one.position)).toEqual([1, 2])
  expect(seen.callOut?.call.id).toBe('out')
})

test('a state is said in words for calls and texts', () => {
  expect(callState(null).words).toBe('Not tried yet')
  expect(callState({ call: call({ status: 'ringing' }), turns: [] }).words).toBe('Ringing')
  expect(callState({ call: call({ startedAt: null }), turns: [] }).tone).toBe('amber')
  expect(textState(text({})).words).toBe('Arrived')
  expect(textState(text({ direction: 'outbound', status: 'delivered' })).tone).toBe('green')
  expect(textState(text({ direction: 'outbound', status: 'blocked' })).tone).toBe('amber')
})

test('a trial is over when its half hour is', () => {
  expect(isTrying(trial, at(20))).toBe(true)
  expect(isTrying(trial, at(41))).toBe(false)
  expect(isTrying(null, at(20))).toBe(false)
})
