import { describe, expect, test } from 'vitest'
import { change, practice, turn, visit } from '../../../samples/call-samples.ts'
import { costWords, reportRows, soundTime } from './call-facts.ts'
import { visitNow, whyWords } from './change-words.ts'
import { endedWords, isFault } from './ended-words.ts'
import { turnsOf } from './turn-words.ts'

const START = '2026-03-03T16:00:00.000Z' as never

describe('how a call ended', () => {
  test('known reasons have their words', () => {
    expect(endedWords('customer-ended-call')).toBe('The caller hung up.')
    expect(endedWords('silence-timed-out')).toBe('Nobody said anything for a while.')
  })

  test('unknown reasons are told by their family and never shown raw', () => {
    expect(endedWords('call.start.error-subscription-insufficient-credits')).toBe(
      'The voice service refused it: the account has no credit.',
    )
    expect(endedWords('call.in-progress.error-providerfault-elevenlabs')).toBe('A technical fault ended the call.')
    expect(endedWords('assistant-request-returned-invalid-assistant')).toContain('could not reach')
    expect(endedWords('something-quite-new')).toBe('The call ended.')
    expect(endedWords(null)).toBe('How it ended is not known.')
  })

  test('only faults are faults', () => {
    expect(isFault('pipeline-error-x')).toBe(true)
    expect(isFault('worker-shutdown')).toBe(true)
    expect(isFault('customer-ended-call')).toBe(false)
    expect(isFault('call.forwarding.no-answer')).toBe(false)
    expect(isFault(null)).toBe(false)
  })
})

describe('the transcript', () => {
  test('a strip says what the machine did, and leaves out what it says next anyway', () => {
    const words = 'Booked: Hugo, Monday, March ninth, at ten in the morning.'
    const turns = turnsOf([turn(0, 'caller', 'the first one'), turn(1, 'tool', words), turn(2, 'assistant', words)], START)
    expect(turns.map((one) => [one.did, one.text])).toEqual([
      [null, 'the first one'],
      ['Booked in the schedule', ''],
      [null, words],
    ])
  })

  test('a tool’s name in any spelling is plain words, and its own notation is not shown', () => {
    const [call, data] = turnsOf([turn(0, 'tool', 'checkAvailability'), turn(1, 'tool', '{"slots":[]}')], START)
    expect([call!.did, call!.text]).toEqual(['Looked up open times', ''])
    expect([data!.did, data!.text]).toEqual(['Asked the practice’s system', ''])
  })

  test('times count from the start of the call, and never before it', () => {
    expect(turnsOf([turn(0, 'caller', 'hi', 52)], START)[0]!.time).toBe('0:52')
    expect(turnsOf([turn(0, 'caller', 'hi', 5)], '2026-03-03T16:00:09.000Z' as never)[0]!.time).toBe('0:00')
  })
})

describe('facts', () => {
  test('what a report holds is rows of plain words', () => {
    const report = { callbackRequested: true, visit_type: 'cleaning', nothing: null, who: { firstName: 'Ana', tags: ['a', 'b'] } }
    expect(reportRows(report)).toEqual([
      { label: 'Callback requested', value: 'yes' },
      { label: 'Visit type', value: 'cleaning' },
      { label: 'Who', value: 'first name: Ana, tags: a, b' },
    ])
    expect(reportRows(null)).toEqual([])
  })

  test('money and sound are short', () => {
    expect([costWords(120_000), costWords(0), costWords(900)]).toEqual(['$0.12', '$0.00', 'under $0.01'])
    expect([soundTime(65.9), soundTime(Number.NaN)]).toEqual(['1:05', '0:00'])
  })

  test('the words that decided are quoted', () => {
    expect(whyWords(change({ why: { rule: 'a-new-rule', matched: ['yes please'] } }))).toBe(
      'Asked for in this call. Decided by “yes please”.',
    )
  })
})

describe('the visit of a change', () => {
  test('an undone move shows the time that is true again, an undone booking that it is gone', () => {
    const undoneAt = '2026-03-03T16:10:00.000Z' as never
    expect(visitNow(change({ action: 'appointment.moved', undoneAt }), visit(), practice)).toBe('now Fri, Mar 6 11:00 AM')
    expect(visitNow(change({ undoneAt }), visit({ status: 'cancelled' }), practice)).toBe('now cancelled (Fri, Mar 6 11:00 AM)')
    expect(visitNow(change(), visit(), practice)).toBe('Fri, Mar 6 11:00 AM')
  })
})
