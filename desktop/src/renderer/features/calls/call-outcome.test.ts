import { describe, expect, test } from 'vitest'
import { alarm, call, callback, change, lead, practice, view, visit } from '../../../samples/call-samples.ts'
import { isMissed, needsFollowUp, outcomesOf, partsOf } from './call-outcome.ts'

const wordsOf = (one = call(), part: Parameters<typeof view>[0] = {}) =>
  outcomesOf(one, partsOf(one, view(part)), practice).map((outcome) => outcome.words)

describe('what a call came to', () => {
  test('a booking says when, and that it was taken back', () => {
    const booked = { changes: [change()], appointments: [visit()] }
    expect(wordsOf(call(), booked)).toEqual(['booked Fri, Mar 6 11:00 AM'])
    const undone = { ...booked, changes: [change({ undoneAt: '2026-03-03T16:10:00.000Z' as never })] }
    expect(wordsOf(call(), undone)).toEqual(['booked, undone'])
  })

  test('a visit that somebody cancelled since is not shown as standing', () => {
    const gone = { changes: [change()], appointments: [visit({ status: 'cancelled' })] }
    expect(wordsOf(call(), gone)).toEqual(['booked Fri, Mar 6 11:00 AM, since cancelled'])
    const cancelled = { ...gone, changes: [change({ action: 'appointment.cancelled' })] }
    expect(wordsOf(call(), cancelled)).toEqual(['cancelled Fri, Mar 6 11:00 AM'])
  })

  test('a move whose visit is not kept here still says so', () => {
    expect(wordsOf(call(), { changes: [change({ action: 'appointment.moved' })] })).toEqual(['moved a visit'])
  })

  test('the gravest comes first', () => {
    const all = { alarms: [alarm()], changes: [change()], appointments: [visit()], callbacks: [callback()] }
    expect(wordsOf(call({ difference: 'Told otherwise.' }), all)).toEqual([
      'emergency',
      'said and done differ',
      'booked Fri, Mar 6 11:00 AM',
      'asked for a callback, due 11:00 AM',
    ])
  })

  test('what came of another call is not this one’s', () => {
    expect(wordsOf(call(), { callbacks: [callback({ callId: 'other' as never })] })).toEqual(['nothing changed'])
  })

  test('a call in which nothing changed is a hang-up, an answered question, a fault, or put through', () => {
    expect(wordsOf(call({ endedAt: '2026-03-03T16:00:06.000Z' as never }))).toEqual(['hung up after 6 s'])
    expect(wordsOf(call({ successEvaluation: 'true' }))).toEqual(['question, answered'])
    expect(wordsOf(call({ startedAt: null }))).toEqual(['not answered'])
    expect(wordsOf(call({ endedReason: 'pipeline-error-openai-failed' }))).toEqual(['a technical fault ended the call'])
    expect(wordsOf(call({ endedReason: 'assistant-forwarded-call', endedAt: '2026-03-03T16:00:06.000Z' as never }))).toEqual([
      'put through to the practice',
    ])
    expect(wordsOf(call({ hasReport: false }))).toEqual(['no report yet'])
  })

  test('a live call has come to nothing yet', () => {
    expect(wordsOf(call({ status: 'in_progress', endedAt: null, endedReason: null }))).toEqual([])
  })
})

describe('what needs a person', () => {
  const parts = (part: Parameters<typeof view>[0]) => partsOf(call(), view(part))

  test('open callbacks, open leads and alarms nobody acknowledged', () => {
    expect(needsFollowUp(parts({ callbacks: [callback()] }))).toBe(true)
    expect(needsFollowUp(parts({ leads: [lead()] }))).toBe(true)
    expect(needsFollowUp(parts({ alarms: [alarm()] }))).toBe(true)
    const done = { callbacks: [callback({ status: 'done' })], alarms: [alarm({ acknowledgedAt: '2026-03-03T16:05:00.000Z' as never })] }
    expect(needsFollowUp(parts(done))).toBe(false)
  })

  test('a short call that booked was not missed, one that a fault ended was', () => {
    const short = call({ endedAt: '2026-03-03T16:00:06.000Z' as never })
    expect(isMissed(short, parts({}))).toBe(true)
    expect(isMissed(short, parts({ changes: [change()] }))).toBe(false)
    expect(isMissed(call({ endedReason: 'call.in-progress.error-vapifault-x' }), parts({}))).toBe(true)
    expect(isMissed(call(), parts({}))).toBe(false)
  })
})
