import { describe, expect, test } from 'vitest'
import { alarm, call, callback, NUMBER, patient, practice, view } from '../../../samples/call-samples.ts'
import { nothing } from '../../../samples/work-samples.ts'
import { callRows, countsOf, filterRows, withHeadings } from './call-rows.ts'
import { whoOf } from './call-who.ts'
import { joinPages, liveOf } from './join-pages.ts'

const live = call({ id: 'live' as never, status: 'in_progress', endedAt: null, createdAt: '2026-03-02T16:00:00.000Z' as never })
const old = call({
  id: 'old' as never,
  callerNumber: null,
  startedAt: '2026-03-02T15:00:00.000Z' as never,
  createdAt: '2026-03-02T15:00:00.000Z' as never,
})
const people = [patient('ana', 'Ana', 'García'), patient('leo', 'Leo', 'García')]

describe('the list', () => {
  test('those on the line first, then the newest, each day under its heading', () => {
    const rows = callRows(view({ calls: [call(), old, live] }), practice)
    const items = withHeadings(rows, practice).map((item) => ('heading' in item ? item.heading : item.key))
    expect(items).toEqual(['On the line', 'live', 'Today', 'call', 'Yesterday', 'old'])
  })

  test('is found by any part of a name without accents, and by digits of the number', () => {
    const rows = callRows(view({ calls: [call(), old], patients: people }), practice)
    const found = (text: string) => filterRows(rows, 'all', text).map((row) => row.call.id)
    expect(found('garcia leo')).toEqual(['call'])
    expect(found('555-0199')).toEqual(['call'])
    expect(found('nobody')).toEqual([])
    expect(found('')).toEqual(['call', 'old'])
  })

  test('counts what each filter shows', () => {
    const rows = callRows(view({ calls: [call(), live], callbacks: [callback()] }), practice)
    expect(countsOf(rows)).toEqual({ all: 2, live: 1, followUp: 1, missed: 0 })
    expect(filterRows(rows, 'followUp', '').map((row) => row.call.id)).toEqual(['call'])
  })

  test('pages that share a call show it once', () => {
    const joined = joinPages([view({ calls: [call(), old] }), view({ calls: [old] })])
    expect(joined.calls.map((one) => one.id)).toEqual(['call', 'old'])
  })
})

describe('who called', () => {
  test('everyone on the number, never one of them by guess', () => {
    expect(whoOf(call(), people).name).toBe('García household')
  })

  test('who proved themselves is named, and the others stay beside', () => {
    const who = whoOf(call({ provenPatientIds: ['leo' as never] }), people)
    expect([who.name, who.others.map((one) => one.firstName)]).toEqual(['Leo García', ['Ana']])
  })

  test('a name that was only given is said to be so', () => {
    const named = { callbacks: [], alarms: [alarm({ callerName: 'Renee Maxwell' })] }
    expect(whoOf(call(), [], named)).toMatchObject({ name: 'Renee Maxwell', note: 'As they gave it, not in the records' })
  })

  test('an unknown number and a withheld one are said plainly', () => {
    expect(whoOf(call(), []).name).toBe('Unknown caller')
    expect(whoOf(call({ callerNumber: null }), people).name).toBe('Withheld number')
  })

  test('a number that turned out to be wrong names nobody', () => {
    const gone = { ...people[0]!, contactPoints: [{ phoneNumber: NUMBER, status: 'wrong_number' }] } as never
    expect(whoOf(call(), [gone]).name).toBe('Unknown caller')
  })
})

describe('a busy day', () => {
  test('a call on the line that is older than the newest page is still there', () => {
    const rows = callRows(joinPages([liveOf({ ...nothing, calls: [live, call()] }), view({ calls: [call()] })]), practice)
    expect(rows.map((row) => row.call.id)).toEqual(['live', 'call'])
  })
})
