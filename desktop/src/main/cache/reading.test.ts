import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import * as views from '../../ipc/views.ts'
import {
  id,
  madeAlarm,
  madeAppointment,
  madeCall,
  madeCallback,
  madeChange,
  madeHours,
  madeLead,
  madeMessage,
  madeOpening,
  madeOptOut,
  madePatient,
  madeProvider,
  madeSnapshot,
  madeThread,
  madeTurn,
  minutesLater,
  NOW,
  phone,
} from '../../samples/entities.ts'
import { cacheFolder } from './cache-folder.ts'

const DAY = 24 * 60
const closure = (name: string, startsAt: string, endsAt: string, over = {}) => ({
  ...{ id: id(name), kind: 'closed', providerId: null, operatoryId: null, releasedAt: null, reason: '', removedAt: null },
  ...{ startsAt, endsAt, ...over },
})
const names = (list: { id: string }[], known: string[]) => list.map((one) => known.find((name) => id(name) === one.id) ?? one.id)

function cacheWith(changed: Parameters<typeof madeSnapshot>[0]) {
  const folder = cacheFolder()
  const { cache } = folder.open()
  cache.replaceAll(madeSnapshot(changed))
  return { cache, [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

test('the setup is null before the first snapshot, and then leaves out closures taken back', () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  expect(cache.readSetup()).toBeNull()
  const closures = [closure('kept', NOW, minutesLater(60)), closure('gone', NOW, minutesLater(60), { removedAt: NOW })]
  const providers = [madeProvider({ position: 2 }), madeProvider({ id: id('first'), position: 1 })]
  cache.replaceAll(madeSnapshot({ closures: closures as never, providers }))
  const setup = views.SetupView.parse(cache.readSetup())
  expect(names(setup.closures, ['kept', 'gone'])).toEqual(['kept'])
  expect(setup.providers.map((one) => one.position)).toEqual([1, 2])
})

test('days hold what reaches into them by the clock of the practice, with patients, texts and changes', () => {
  using world = cacheWith({
    patients: [madePatient('Ana Garcia', { numbers: [100] }), madePatient('Leo Tran')],
    appointments: [
      // 23:30 the day before until 0:30 in Chicago.
      madeAppointment('over midnight', { startsAt: '2026-03-03T05:30:00.000Z' as never }),
      madeAppointment('visit', { status: 'cancelled' }),
      madeAppointment('late', { startsAt: '2026-03-04T05:00:00.000Z' as never }),
      madeAppointment('tomorrow', { startsAt: '2026-03-04T06:00:00.000Z' as never, patientId: id('Leo Tran') }),
    ],
    openings: [madeOpening('open'), madeOpening('filled', { status: 'filled' }), madeOpening('later', { startsAt: minutesLater(3 * DAY) })],
    messages: [madeMessage('about', { relatedType: 'appointment', relatedId: id('visit') }), madeMessage('other')],
    changes: [madeChange('change'), madeChange('elsewhere', { appointmentId: id('tomorrow') })],
    optOuts: [madeOptOut(100), madeOptOut(200)],
  })
  const day = views.DaysView.parse(world.cache.readDays({ from: '2026-03-03' as LocalDate, to: '2026-03-03' as LocalDate }))
  expect(names(day.appointments, ['over midnight', 'visit', 'late', 'tomorrow'])).toEqual(['over midnight', 'visit', 'late'])
  expect(names(day.openings, ['open', 'filled', 'later'])).toEqual(['open'])
  expect(day.patients.map((one) => one.firstName)).toEqual(['Ana'])
  expect(day.messages.map((one) => one.body)).toEqual(['about'])
  expect(names(day.changes, ['change', 'elsewhere'])).toEqual(['change'])
  expect(day.optOuts.map((one) => one.phoneNumber)).toEqual([phone(100)])
  const both = world.cache.readDays({ from: '2026-03-03' as LocalDate, to: '2026-03-04' as LocalDate })
  expect(both.appointments).toHaveLength(4)
})

describe('the work', () => {
  test('is what is open or was done lately, with everyone it mentions', () => {
    const done = { status: 'done' as const, outcome: 'ok' }
    using world = cacheWith({
      patients: ['Ana Garcia', 'Leo Tran', 'Mia Stone', 'Zoe Young'].map((name, at) =>
        madePatient(name, { numbers: [[100], [100], [300], [400]][at]! }),
      ),
      alarms: [
        madeAlarm('unanswered', { raisedAt: minutesLater(-9 * DAY), phoneNumber: phone(300) }),
        madeAlarm('answered', { acknowledgedAt: NOW, raisedAt: minutesLater(-60) }),
        madeAlarm('long ago', { acknowledgedAt: NOW, raisedAt: minutesLater(-2 * DAY) }),
      ],
      leads: [
        madeLead('open'),
        madeLead('done', { ...done, doneAt: minutesLater(-DAY) }),
        madeLead('old', { ...done, doneAt: minutesLater(-8 * DAY) }),
      ],
      callbacks: [madeCallback('open'), madeCallback('old', { ...done, doneAt: minutesLater(-8 * DAY) })],
      messages: [
        madeMessage('open', { attention: 'open', createdAt: minutesLater(-20 * DAY) }),
        madeMessage('lost', { direction: 'outbound', status: 'undelivered', createdAt: minutesLater(-DAY) }),
        madeMessage('lost long ago', { direction: 'outbound', status: 'failed', createdAt: minutesLater(-3 * DAY) }),
        madeMessage('fine', { direction: 'outbound', status: 'delivered' }),
      ],
      changes: [
        madeChange('fresh', { at: minutesLater(-60), appointmentId: id('mentioned') }),
        madeChange('old', { at: minutesLater(-5 * DAY), appointmentId: id('nobody') }),
        madeChange('old but open', { at: minutesLater(-5 * DAY), messageId: id('open') }),
      ],
      openings: [madeOpening('coming', { startsAt: minutesLater(30) }), madeOpening('past', { startsAt: minutesLater(-30) })],
      calls: [
        madeCall('today', { status: 'ended', createdAt: minutesLater(-60) }),
        madeCall('yesterday', { status: 'ended', createdAt: minutesLater(-DAY) }),
        madeCall('live', { createdAt: minutesLater(-1), callerNumber: null }),
      ],
      callTurns: [madeTurn('today', 0), madeTurn('live', 0)],
      appointments: [
        madeAppointment('today'),
        madeAppointment('mentioned', { startsAt: minutesLater(40 * DAY), seenAt: NOW, bookedBy: 'voice' }),
        madeAppointment('unseen', { startsAt: minutesLater(50 * DAY), bookedBy: 'voice' }),
        madeAppointment('seen', { startsAt: minutesLater(50 * DAY), bookedBy: 'voice', seenAt: NOW }),
      ],
      threads: [madeThread(100, { takenOverBy: 'Kim' })],
      optOuts: [madeOptOut(100), madeOptOut(400), madeOptOut(300, { optedInAt: NOW })],
    })
    const work = views.WorkView.parse(world.cache.readWork({ now: NOW }))
    expect(names(work.alarms, ['unanswered', 'answered'])).toEqual(['unanswered', 'answered'])
    expect(names(work.leads, ['open', 'done']).sort()).toEqual(['done', 'open'])
    expect(names(work.callbacks, ['open'])).toEqual(['open'])
    expect(work.messages.map((one) => one.body)).toEqual(['open', 'lost'])
    expect(names(work.changes, ['fresh', 'old but open']).sort()).toEqual(['fresh', 'old but open'])
    expect(names(work.openings, ['coming'])).toEqual(['coming'])
    expect(work.calls.map((one) => one.externalId)).toEqual(['live', 'today'])
    expect(work.callTurns.map((one) => one.callId)).toEqual([id('live')])
    expect(names(work.appointments, ['today', 'mentioned', 'unseen'])).toEqual(['today', 'mentioned', 'unseen'])
    expect(work.patients.map((one) => one.firstName)).toEqual(['Ana', 'Mia', 'Leo'])
    expect(work.threads).toHaveLength(1)
    expect(work.optOuts.map((one) => one.phoneNumber)).toEqual([phone(100)])
  })

  test('looks past the weekend and closed days, and not past a day that is closed only in part', () => {
    const friday = '2026-03-06T16:00:00.000Z'
    const at = (day: string) => madeAppointment(day, { startsAt: `${day}T16:00:00.000Z` as never })
    using world = cacheWith({
      appointments: ['2026-03-07', '2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'].map(at),
      hours: [madeHours(), madeHours({ providerId: id('nobody'), shifts: [] })],
      closures: [
        // Monday whole, in two pieces; Tuesday afternoon only; Wednesday for one provider only.
        closure('morning', '2026-03-09T06:00:00.000Z', '2026-03-09T18:00:00.000Z'),
        closure('afternoon', '2026-03-09T18:00:00.000Z', '2026-03-10T05:00:00.000Z'),
        closure('meeting', '2026-03-10T17:00:00.000Z', '2026-03-11T05:00:00.000Z'),
        closure('away', '2026-03-11T05:00:00.000Z', '2026-03-12T05:00:00.000Z', { providerId: id('patel') }),
      ] as never,
    })
    const { appointments } = world.cache.readWork({ now: friday as never })
    expect(appointments.map((one) => one.startsAt.slice(0, 10))).toEqual(['2026-03-10', '2026-03-11'])
  })

  test('is empty before the first snapshot', () => {
    using folder = cacheFolder()
    const work = views.WorkView.parse(folder.open().cache.readWork({ now: NOW }))
    expect(Object.values(work).flat()).toEqual([])
  })
})

describe('threads', () => {
  const messages = [
    madeMessage('one', { patientNumber: phone(100), createdAt: minutesLater(-9), attention: 'open' }),
    madeMessage('ask', { patientNumber: phone(100), createdAt: minutesLater(-8), direction: 'outbound', asked: 'appointment' }),
    madeMessage('ours', { patientNumber: phone(200), createdAt: minutesLater(-7), direction: 'outbound', asked: 'appointment' }),
    madeMessage('put off', { patientNumber: phone(300), createdAt: minutesLater(-6), attention: 'open' }),
    madeMessage('read', { patientNumber: phone(400), createdAt: minutesLater(-5) }),
  ]
  const threads = [madeThread(300, { snoozedUntil: minutesLater(30) }), madeThread(100, { takenOverBy: 'Kim' })]

  test('are counted and listed by what they need', () => {
    using world = cacheWith({
      messages,
      threads,
      patients: [madePatient('Ana Garcia', { numbers: [100] }), madePatient('Leo Tran', { numbers: [100] })],
      optOuts: [madeOptOut(100)],
      changes: [madeChange('change', { messageId: id('one') })],
    })
    const list = (filter: 'actionable' | 'waiting' | 'all', now = NOW) => world.cache.readThreads({ filter, before: null, limit: 10, now })
    expect(list('all').counts).toEqual({ actionable: 1, waiting: 1, all: 4 })
    expect(list('all').rows.map((row) => row.newest.body)).toEqual(['read', 'put off', 'ours', 'ask'])
    expect(list('waiting').rows.map((row) => [row.newest.body, row.isAsked])).toEqual([['ours', true]])
    const [row] = list('actionable').rows.map((one) => views.ThreadRow.parse(one))
    expect(row).toMatchObject({ openCount: 1, isAsked: true, thread: { takenOverBy: 'Kim' }, optOut: { phoneNumber: phone(100) } })
    expect(row?.patients.map((one) => one.firstName)).toEqual(['Ana', 'Leo'])
    expect(row?.changes).toHaveLength(1)
    expect(list('actionable', minutesLater(31)).counts.actionable).toBe(2)
  })

  test('are counted anew with every event', () => {
    using folder = cacheFolder()
    const { cache } = folder.open()
    cache.replaceAll(madeSnapshot({ messages }))
    cache.applyEvent({
      seq: 1,
      type: 'message.changed',
      at: NOW,
      by: { kind: 'desk', id: null },
      changed: { messages: [{ ...messages[0]!, attention: 'done' }] },
    })
    const { counts, rows } = cache.readThreads({ filter: 'waiting', before: null, limit: 10, now: NOW })
    expect(counts).toEqual({ actionable: 1, waiting: 2, all: 4 })
    expect(rows.map((row) => row.openCount)).toEqual([0, 0])
  })

  test('of one millisecond stay on one page', () => {
    const same = Array.from({ length: 5 }, (_, at) => madeMessage(`m${at}`, { patientNumber: phone(at) }))
    using world = cacheWith({ messages: [...same, madeMessage('before', { patientNumber: phone(9), createdAt: minutesLater(-1) })] })
    const first = world.cache.readThreads({ filter: 'all', before: null, limit: 2, now: NOW }).rows
    const next = world.cache.readThreads({ filter: 'all', before: first.at(-1)!.newest.createdAt, limit: 2, now: NOW }).rows
    expect([first.length, next.length]).toEqual([5, 1])
  })

  test('one thread shows its newest texts oldest first, and whether there are more', () => {
    using world = cacheWith({
      messages,
      patients: [madePatient('Ana Garcia', { numbers: [100] })],
      appointments: [madeAppointment('visit')],
      leads: [madeLead('open', { phoneNumber: phone(100) })],
    })
    const thread = views.ThreadView.parse(world.cache.readThread({ phoneNumber: phone(100), limit: 1 }))
    expect(thread).toMatchObject({ hasOlder: true, messages: [{ body: 'ask' }], patients: [{ firstName: 'Ana' }] })
    expect([thread.appointments.length, thread.leads.length]).toEqual([1, 1])
    expect(world.cache.readThread({ phoneNumber: phone(100), limit: 2 })).toMatchObject({
      hasOlder: false,
      messages: [{ body: 'one' }, { body: 'ask' }],
    })
  })
})

describe('calls and people', () => {
  test('a call comes with what came of it', () => {
    using world = cacheWith({
      patients: [madePatient('Ana Garcia', { numbers: [100] }), madePatient('Leo Tran')],
      calls: [
        madeCall('call', { provenPatientIds: [id('Leo Tran')] }),
        madeCall('earlier', { createdAt: minutesLater(-9), callerNumber: null }),
      ],
      callTurns: [madeTurn('call', 1), madeTurn('call', 0)],
      changes: [madeChange('change', { callId: id('call') })],
      appointments: [madeAppointment('visit', { sourceCallId: id('call') })],
      leads: [madeLead('lead', { callId: id('call') })],
      callbacks: [madeCallback('callback', { callId: id('call') })],
      alarms: [madeAlarm('alarm', { callId: id('call') })],
      messages: [madeMessage('sent', { sourceCallId: id('call') })],
    })
    const call = views.CallView.parse(world.cache.readCall({ callId: id('call') }))
    expect(call.turns.map((turn) => turn.position)).toEqual([0, 1])
    for (const list of ['changes', 'appointments', 'leads', 'callbacks', 'alarms', 'messages'] as const) expect(call[list]).toHaveLength(1)
    expect(call.patients.map((one) => one.firstName)).toEqual(['Ana', 'Leo'])
    const calls = views.CallsView.parse(world.cache.readCalls({ before: null, limit: 1 }))
    expect(calls.calls.map((one) => one.externalId)).toEqual(['call'])
    expect(world.cache.readCalls({ before: NOW, limit: 5 }).calls.map((one) => one.externalId)).toEqual(['earlier'])
  })

  test('a person comes with the household; removed numbers and merged records are no part of it', () => {
    const removed = { phoneNumber: phone(100), label: 'home' as const, isPrimary: false, status: 'removed' as const }
    using world = cacheWith({
      patients: [
        madePatient('Ana Garcia', { numbers: [100] }),
        madePatient('Leo Garcia', { numbers: [100] }),
        madePatient('Mia Moved', { contactPoints: [removed] }),
        madePatient('Ana Twice', { numbers: [100], mergedIntoId: id('Ana Garcia') }),
      ],
      appointments: [madeAppointment('visit'), madeAppointment('last', { startsAt: minutesLater(-3 * DAY) })],
      calls: [
        madeCall('live'),
        madeCall('before', { status: 'ended', createdAt: minutesLater(-90) }),
        madeCall('proven', { callerNumber: null, provenPatientIds: [id('Ana Garcia')] }),
      ],
      messages: [madeMessage('text')],
      callbacks: [
        madeCallback('hers', { patientId: id('Ana Garcia') }),
        madeCallback('number', { phoneNumber: phone(100) }),
        madeCallback('his', { patientId: id('Leo Garcia'), phoneNumber: phone(100) }),
      ],
      changes: [madeChange('change')],
      optOuts: [madeOptOut(100)],
    })
    const person = views.PersonView.parse(world.cache.readPerson({ patientId: id('Ana Garcia') }))
    expect(person.household.map((one) => one.firstName)).toEqual(['Leo'])
    expect(person.appointments).toHaveLength(2)
    expect(person.calls).toHaveLength(3)
    expect(names(person.callbacks, ['hers', 'number', 'his']).sort()).toEqual(['hers', 'number'])
    expect([person.messages.length, person.changes.length, person.optOuts.length, person.isComplete]).toEqual([1, 1, 1, false])
    const household = views.HouseholdView.parse(world.cache.readHousehold({ phoneNumber: phone(100), now: NOW }))
    expect(household.patients.map((one) => one.firstName)).toEqual(['Ana', 'Leo'])
    expect(names(household.appointments, ['visit', 'last'])).toEqual(['visit'])
    expect(household.callbacks).toHaveLength(3)
    expect(household.lastCallAt).toBe(minutesLater(-90))
  })
})
