import type { Changed } from '@dentalanswer/shared/contract/events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cache } from '../../desktop/src/main/cache/cache.ts'
import { cacheFolder } from '../../desktop/src/main/cache/cache-folder.ts'
import {
  id,
  madeAppointment,
  madeEvent,
  madeLead,
  madeMessage,
  madePatient,
  madeSnapshot,
  minutesLater,
  NOW,
  phone,
} from '../../desktop/src/samples/entities.ts'

const PEOPLE = ['Ana Garcia', 'Leo Tran', 'Mia Stone']
const few = fc.integer({ min: 0, max: 4 })
const person = fc.constantFrom(...PEOPLE)

const visit = fc
  .tuple(few, person, fc.constantFrom('booked' as const, 'cancelled' as const), fc.integer({ min: 0, max: 3 }))
  .map(([at, who, status, hour]) => madeAppointment(`visit ${at}`, { patientId: id(who), status, startsAt: minutesLater(hour * 60) }))
const patient = fc
  .tuple(person, fc.subarray([100, 200, 300]), fc.constantFrom('Ann', 'Bo'), fc.boolean())
  .map(([name, numbers, firstName, isMerged]) => madePatient(name, { numbers, firstName, mergedIntoId: isMerged ? id('somebody') : null }))
const text = fc
  .tuple(few, fc.constantFrom('open' as const, 'done' as const, 'none' as const), fc.constantFrom('inbound' as const, 'outbound' as const))
  .map(([at, attention, direction]) =>
    madeMessage(`text ${at}`, { attention, direction, patientNumber: phone((1 + (at % 3)) * 100), createdAt: minutesLater(-at) }),
  )
const lead = fc
  .tuple(few, fc.constantFrom('open' as const, 'done' as const))
  .map(([at, status]) => madeLead(`lead ${at}`, { status, doneAt: status === 'done' ? NOW : null }))

/** One entity stands at most once in an event. */
const once = <T extends { id: string }>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 3, selector: (entity) => entity.id })
const changed: fc.Arbitrary<Changed> = fc.record({
  appointments: once(visit),
  patients: once(patient),
  messages: once(text),
  leads: once(lead),
})

/** A log of events, and how they arrive: numbers into it, with repeats, gaps and any order; -1 is a snapshot of all so far. */
const story = fc
  .array(changed, { minLength: 1, maxLength: 12 })
  .chain((log) => fc.record({ log: fc.constant(log), arrivals: fc.array(fc.integer({ min: -1, max: log.length - 1 }), { maxLength: 40 }) }))

type Kept = Record<'appointments' | 'patients' | 'messages' | 'leads', Map<string, { id: string }>>
const emptyModel = (): Kept => ({ appointments: new Map(), patients: new Map(), messages: new Map(), leads: new Map() })

function put(model: Kept, change: Changed): void {
  for (const kind of ['appointments', 'patients', 'messages', 'leads'] as const)
    for (const one of change[kind] ?? []) model[kind].set(one.id, one)
}

function wholeOf(model: Kept): Changed {
  return Object.fromEntries(Object.entries(model).map(([kind, map]) => [kind, [...map.values()]])) as Changed
}

function expectSame(cache: Cache, model: Kept): void {
  const { appointments, patients, messages, leads } = wholeOf(model) as Required<Changed>
  const day = cache.readDays({ from: '2026-03-03' as never, to: '2026-03-03' as never })
  expect(new Set(day.appointments)).toEqual(new Set(appointments))
  for (const one of patients) expect(cache.readPerson({ patientId: one.id })?.patient).toEqual(one)
  const living = patients.filter((one) => one.mergedIntoId === null)
  for (const number of [100, 200, 300].map(phone)) {
    const household = living.filter((one) => one.contactPoints.some((contact) => contact.phoneNumber === number))
    expect(new Set(cache.readHousehold({ phoneNumber: number, now: NOW }).patients)).toEqual(new Set(household))
    const thread = messages.filter((one) => one.patientNumber === number).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    expect(cache.readThread({ phoneNumber: number, limit: 50 }).messages).toEqual(thread)
  }
  for (const word of ['ann', 'bo']) {
    const named = living.filter((one) => one.firstName.toLowerCase() === word)
    expect(new Set(cache.searchPeople({ text: word, limit: 50 }))).toEqual(new Set(named))
  }
  const threads = [...Map.groupBy(messages, (one) => one.patientNumber).values()].map((all) => ({
    open: all.filter((one) => one.attention === 'open').length,
    newest: all.reduce((newest, one) => (one.createdAt > newest.createdAt ? one : newest)),
  }))
  const actionable = threads.filter((one) => one.open > 0)
  const waiting = threads.filter((one) => one.open === 0 && one.newest.direction === 'outbound')
  const listed = cache.readThreads({ filter: 'all', before: null, limit: 50, now: NOW })
  expect(listed.counts).toEqual({ actionable: actionable.length, waiting: waiting.length, all: threads.length })
  expect(new Set(listed.rows.map((row) => row.newest))).toEqual(new Set(threads.map((one) => one.newest)))
  expect(new Set(cache.readWork({ now: NOW }).leads)).toEqual(new Set(leads))
}

describe('the copy of a desk', () => {
  test('is what the events in order make it, however they arrive', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(story, ({ log, arrivals }) => {
        using folder = cacheFolder()
        const { cache } = folder.open()
        cache.replaceAll(madeSnapshot())
        const model = emptyModel()
        let applied = 0
        for (const arrival of arrivals) {
          if (arrival === -1) {
            // The relay is ahead: the snapshot holds all that was logged.
            for (const change of log.slice(applied)) put(model, change)
            applied = log.length
            cache.replaceAll(madeSnapshot(wholeOf(model), applied))
          } else {
            const seq = arrival + 1
            const expected = seq <= applied ? 'known' : seq === applied + 1 ? 'applied' : 'gap'
            expect(cache.applyEvent(madeEvent(seq, log[arrival]!))).toBe(expected)
            if (expected === 'applied') put(model, log[applied++]!)
          }
          expect(cache.position()?.seq).toBe(applied)
        }
        expectSame(cache, model)
        expectSame(folder.open().cache, model)
      }),
      { numRuns: 100 },
    )
  })
})
