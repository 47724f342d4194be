import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import {
  id,
  madeAppointment,
  madeCall,
  madeEvent,
  madeMessage,
  madePatient,
  madePractice,
  madeSnapshot,
  madeTurn,
  minutesLater,
  NOW,
  phone,
} from '../../samples/entities.ts'
import { cacheFolder } from './cache-folder.ts'

const ana = id<ReturnType<typeof madePatient>['id']>('Ana Garcia')
const visit = (version: number) => madeEvent(version, { appointments: [madeAppointment('visit', { version })] })

describe('applying events', () => {
  test('in order only: a repeat is known, a later one is a gap, and neither changes anything', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    expect(cache.applyEvent(visit(1))).toBe('gap')
    cache.replaceAll(madeSnapshot({ patients: [madePatient('Ana Garcia')] }))
    expect(cache.applyEvent(visit(1))).toBe('applied')
    expect(cache.applyEvent(visit(3))).toBe('gap')
    expect(cache.applyEvent(visit(2))).toBe('applied')
    expect(cache.applyEvent(visit(1))).toBe('known')
    expect(cache.position()).toEqual({ seq: 2, asOf: minutesLater(2) })
    expect(cache.readPerson({ patientId: ana })?.appointments).toEqual([madeAppointment('visit', { version: 2 })])
  })

  test('an event that cannot be applied whole is not applied at all', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({ patients: [madePatient('Ana Garcia')] }))
    const broken = { ...madeAppointment('broken'), startsAt: null as never }
    expect(() =>
      cache.applyEvent(madeEvent(1, { patients: [madePatient('Ana Garcia', { version: 9 })], appointments: [broken] })),
    ).toThrow()
    expect(cache.position()?.seq).toBe(0)
    expect(cache.readPerson({ patientId: ana })?.patient.version).toBe(1)
  })

  test('a heartbeat moves only the moment, never back', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({}, 5))
    cache.touch(minutesLater(9))
    cache.touch(minutesLater(3))
    expect(cache.position()).toEqual({ seq: 5, asOf: minutesLater(9) })
  })

  test('a moment that a wrong clock wrote is put right', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({}, 5))
    cache.touch(minutesLater(600))
    cache.touch(minutesLater(1), true)
    expect(cache.position()).toEqual({ seq: 5, asOf: minutesLater(1) })
  })

  test('what was held before an event can be asked for', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({ appointments: [madeAppointment('visit')] }))
    const changed = {
      appointments: [madeAppointment('visit', { version: 2 }), madeAppointment('new')],
      practice: [madePractice({ name: 'Elm' })],
    }
    expect(cache.heldOf(changed)).toEqual({ appointments: [madeAppointment('visit')], practice: [madePractice()] })
  })

  test('the transcript of an ended call replaces what was heard live', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot())
    cache.applyEvent(madeEvent(1, { calls: [madeCall('call', { createdAt: minutesLater(1) })] }))
    cache.applyEvent(madeEvent(2, { callTurns: [madeTurn('call', 0, 'hell')] }))
    cache.applyEvent(madeEvent(3, { callTurns: [madeTurn('call', 1, 'o')] }))
    expect(cache.readCall({ callId: id('call') })).toMatchObject({ isComplete: true, turns: [{ text: 'hell' }, { text: 'o' }] })
    const ended = madeCall('call', { status: 'ended', createdAt: minutesLater(1), updatedAt: minutesLater(4) })
    cache.applyEvent(madeEvent(4, { calls: [ended], callTurns: [madeTurn('call', 0, 'hello')] }))
    expect(cache.readCall({ callId: id('call') })?.turns.map((turn) => turn.text)).toEqual(['hello'])
    cache.applyEvent(madeEvent(5, { calls: [ended], callTurns: [madeTurn('call', 1, 'late')] }))
    expect(cache.readCall({ callId: id('call') })?.turns.map((turn) => turn.text)).toEqual(['hello', 'late'])
  })
})

describe('taking a snapshot', () => {
  test('what is not in it goes; older texts and ended calls stay', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    const old = minutesLater(-60 * 24 * 60)
    const oldCall = madeCall('old', { status: 'ended', createdAt: old })
    const live = madeCall('live')
    cache.replaceAll(
      madeSnapshot({
        patients: [madePatient('Ana Garcia', { numbers: [100] }), madePatient('Leo Tran', { numbers: [100] })],
        appointments: [madeAppointment('visit'), madeAppointment('gone', { startsAt: minutesLater(60) })],
        messages: [madeMessage('old', { createdAt: old }), madeMessage('gone')],
        calls: [oldCall, live],
        callTurns: [madeTurn('old', 0), madeTurn('live', 0)],
      }),
    )
    const call = madeCall('new', { status: 'ended', createdAt: minutesLater(-5) })
    const messages = [madeMessage('new', { createdAt: minutesLater(-5) })]
    const patients = [madePatient('Ana Garcia', { numbers: [100] })]
    cache.replaceAll(madeSnapshot({ patients, appointments: [madeAppointment('visit')], messages, calls: [call] }, 9))
    expect(cache.readPerson({ patientId: ana })?.appointments.map((one) => one.id)).toEqual([id('visit')])
    expect(cache.readPerson({ patientId: id('Leo Tran') })).toBeNull()
    const thread = cache.readThread({ phoneNumber: phone(100), limit: 10 })
    expect(thread.messages.map((one) => one.body)).toEqual(['old', 'new'])
    expect(thread.patients.map((one) => one.firstName)).toEqual(['Ana'])
    expect(cache.readCalls({ before: null, limit: 10 }).calls.map((one) => one.externalId)).toEqual(['new', 'old'])
    expect(cache.readCall({ callId: id('old') })?.turns).toHaveLength(1)
    expect(cache.readCall({ callId: id('live') })).toBeNull()
    expect(cache.readThreads({ filter: 'all', before: null, limit: 10, now: NOW }).rows.map((row) => row.newest.body)).toEqual(['new'])
  })

  test('turns heard live of a call that ended meanwhile are not taken for the whole call', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({ calls: [madeCall('call')], callTurns: [madeTurn('call', 0)] }))
    expect(cache.readCall({ callId: id('call') })?.isComplete).toBe(true)
    cache.replaceAll(madeSnapshot({ calls: [madeCall('call', { status: 'ended', updatedAt: minutesLater(3) })] }, 9))
    expect(cache.readCall({ callId: id('call') })).toMatchObject({ isComplete: false, turns: [] })
  })

  test('turns that were fetched stay while the call is the same', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    const call = madeCall('call', { status: 'ended' })
    cache.replaceAll(madeSnapshot({ calls: [call] }))
    expect(cache.readCall({ callId: id('call') })?.isComplete).toBe(false)
    cache.keepCall({ call, turns: [madeTurn('call', 0)], changes: [], leads: [], callbacks: [], alarms: [] })
    cache.replaceAll(madeSnapshot({ calls: [call] }, 9))
    expect(cache.readCall({ callId: id('call') })).toMatchObject({ isComplete: true, turns: [{ position: 0 }] })
  })

  test('after so long away that something is missing in between, nothing older stands there as if it were all', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    const old = minutesLater(-40 * 24 * 60)
    const oldCall = madeCall('old', { status: 'ended', createdAt: old })
    const first = madeSnapshot({ messages: [madeMessage('old', { createdAt: old })], calls: [oldCall] })
    cache.replaceAll({ ...first, at: old })
    cache.keepOlderTexts(phone(100), [], true)
    const call = madeCall('new', { status: 'ended', createdAt: minutesLater(-5) })
    cache.replaceAll(madeSnapshot({ messages: [madeMessage('new')], calls: [call] }, 9))
    expect(cache.readThread({ phoneNumber: phone(100), limit: 10 }).messages.map((one) => one.body)).toEqual(['new'])
    expect(cache.isWholeThread(phone(100))).toBe(false)
    expect(cache.readCalls({ before: null, limit: 10 }).calls.map((one) => one.externalId)).toEqual(['new'])
    expect(cache.callsFrom()).toEqual({ at: call.createdAt, id: call.id })
  })

  test('days beyond a snapshot are missing until they are fetched', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot())
    const range = { from: '2026-01-30' as LocalDate, to: '2026-02-02' as LocalDate }
    expect(cache.missingDays(range)).toEqual(['2026-01-30', '2026-01-31'])
    const past = madeAppointment('past', { startsAt: '2026-01-30T16:00:00.000Z' as never, endsAt: '2026-01-30T17:00:00.000Z' as never })
    cache.keepDays(cache.missingDays(range), { appointments: [past], openings: [], closures: [], patients: [madePatient('Ana Garcia')] })
    expect(cache.missingDays(range)).toEqual([])
    expect(cache.readDays(range).appointments).toEqual([past])
    cache.replaceAll(madeSnapshot({}, 2))
    expect(cache.missingDays(range)).toHaveLength(2)
    expect(cache.readDays(range).appointments).toEqual([])
  })

  test('the snapshot of another practice leaves nothing of the first', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    const old = minutesLater(-60 * 24 * 60)
    cache.replaceAll(
      madeSnapshot({ messages: [madeMessage('old', { createdAt: old })], calls: [madeCall('old', { createdAt: old, status: 'ended' })] }),
    )
    cache.replaceAll(madeSnapshot({ practice: [madePractice({ id: id('other') })], messages: [], calls: [] }))
    expect(cache.practiceId()).toBe(id('other'))
    expect(cache.readThread({ phoneNumber: phone(100), limit: 10 }).messages).toEqual([])
    expect(cache.readCalls({ before: null, limit: 10 }).calls).toEqual([])
  })
})

describe('keeping what was fetched', () => {
  test('an older answer never replaces what an event brought', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(
      madeSnapshot({ patients: [madePatient('Ana Garcia', { version: 5 })], appointments: [madeAppointment('visit', { version: 5 })] }),
    )
    const older = { patient: madePatient('Ana Garcia', { version: 4 }), household: [madePatient('Leo Tran')], optOuts: [], audit: [] }
    const appointments = [madeAppointment('visit', { version: 4 }), madeAppointment('past', { startsAt: minutesLater(-90 * 1440) })]
    cache.keepPatientHistory({ ...older, appointments })
    const kept = cache.readPerson({ patientId: ana })
    expect(kept?.patient.version).toBe(5)
    expect(kept?.appointments.map((one) => one.version)).toEqual([5, 1])
    expect(cache.searchPeople({ text: 'leo', limit: 5 })).toHaveLength(1)
  })

  test('a call that changed meanwhile keeps its newer state', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    const ended = madeCall('call', { status: 'ended', updatedAt: minutesLater(5), summary: 'newer' })
    cache.replaceAll(madeSnapshot({ calls: [ended] }))
    cache.keepCall({ call: madeCall('call'), turns: [madeTurn('call', 0)], changes: [], leads: [], callbacks: [], alarms: [] })
    expect(cache.readCall({ callId: id('call') })).toMatchObject({ call: { summary: 'newer' }, turns: [], isComplete: false })
  })

  test('older texts join their thread without becoming its newest', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({ messages: [madeMessage('new', { attention: 'open' })] }))
    const older = [madeMessage('older', { createdAt: minutesLater(-99_999) }), madeMessage('new', { attention: 'done' })]
    cache.keepOlderTexts(phone(100), older, true)
    expect(cache.isWholeThread(phone(100))).toBe(true)
    const [row] = cache.readThreads({ filter: 'actionable', before: null, limit: 5, now: NOW }).rows
    expect(row).toMatchObject({ newest: { body: 'new', attention: 'open' }, openCount: 1 })
    expect(cache.readThread({ phoneNumber: phone(100), limit: 5 }).messages.map((one) => one.body)).toEqual(['older', 'new'])
  })
})
