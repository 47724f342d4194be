import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import type { DaysView } from '../../../ipc/views.ts'
import { blocksOf, boardWith, only } from '../../../samples/sample-board.ts'
import {
  NOW,
  sampleChange,
  sampleClosure,
  sampleOpening,
  samplePatient,
  sampleSetup,
  sampleVisit,
  ZONE,
} from '../../../samples/sample-day.ts'

describe('columns', () => {
  test('one for each active operatory, with who works there that day', () => {
    const { columns } = boardWith({
      appointments: [sampleVisit('a', '9:00'), sampleVisit('b', '9:00', { providerId: 'kim', operatoryId: 'op3' })],
    })
    expect(columns.map(({ title, under }) => [title, under])).toEqual([
      ['Op 1', 'Patel'],
      ['Op 2', ''],
      ['Op 3', 'Kim'],
    ])
  })

  test('an operatory that is no longer used shows while it has a visit', () => {
    const { columns } = boardWith({ appointments: [sampleVisit('a', '9:00', { operatoryId: 'op9' })] })
    expect(columns.map((one) => one.id)).toContain('op9')
  })

  test('who works most in an operatory is named first', () => {
    const visits = [sampleVisit('a', '9:00', { providerId: 'ruiz' }), sampleVisit('b', '10:00'), sampleVisit('c', '11:00')]
    expect(boardWith({ appointments: visits }).columns[0]?.under).toBe('Patel, Ruiz')
  })

  test('by provider: those at work, and whoever is off but has a visit', () => {
    const setup = sampleSetup()
    const kimOff = { ...setup, hours: setup.hours.filter((one) => one.providerId !== 'kim') }
    const without = boardWith({}, { setup: kimOff, columns: 'providers' })
    expect(without.columns.map((one) => one.title)).toEqual(['Patel', 'Ruiz'])
    const withVisit = boardWith(
      { appointments: [sampleVisit('a', '9:00', { providerId: 'kim', operatoryId: 'op3' })] },
      { setup: kimOff, columns: 'providers' },
    )
    expect(withVisit.columns.map(({ title, under }) => [title, under])).toContainEqual(['Kim', 'Op 3'])
  })
})

describe('hours', () => {
  test('the board runs over the hours worked', () => {
    const { from, to } = boardWith({})
    expect([from, to]).toEqual([480, 1020])
  })

  test('a visit outside them makes it longer, in whole hours', () => {
    const { from, to } = boardWith({ appointments: [sampleVisit('a', '6:40'), sampleVisit('b', '17:30')] })
    expect([from, to]).toEqual([360, 1140])
  })

  test('the shortest visit is known, so that its name can be read', () => {
    expect(boardWith({ appointments: [sampleVisit('a', '9:00'), sampleVisit('b', '11:00', { minutes: 15 })] }).shortest).toBe(15)
    expect(boardWith({ appointments: [sampleVisit('a', '9:00', { minutes: 5 })] }).shortest).toBe(10)
    expect(boardWith({}).shortest).toBe(60)
  })

  test('a day nobody works still has hours to look at', () => {
    const { from, to, columns } = boardWith({}, { day: '2026-03-01' as LocalDate })
    expect([from, to]).toEqual([480, 1020])
    expect(columns[0]?.shades).toEqual([{ from: 480, to: 1020, label: null }])
  })

  test('lunch is shaded and says so', () => {
    expect(boardWith({ appointments: [sampleVisit('a', '9:00')] }).columns[0]?.shades).toEqual([{ from: 720, to: 780, label: 'Lunch' }])
  })
})

describe('blocks', () => {
  test('stand where the clock says, under the board name', () => {
    const block = only(blocksOf({ appointments: [sampleVisit('a', '14:30')] }))
    expect(block).toMatchObject({ column: 'op1', from: 870, to: 920, releasedTo: 930, name: 'M. Lee', words: 'Filling', state: 'plain' })
    expect([block.when, block.where]).toEqual(['2:30–3:20 PM', 'Dr. Alex Patel, Op 1'])
  })

  test('cancelled ones and those of other days are not there', () => {
    const visits = [sampleVisit('a', '9:00', { status: 'cancelled' }), sampleVisit('b', '9:00', { day: '2026-03-04' })]
    expect(blocksOf({ appointments: visits })).toEqual([])
  })

  test('an unconfirmed one says so, and says when it was asked', () => {
    const appointments = [sampleVisit('a', '14:00', { confirmation: 'unconfirmed' })]
    expect(only(blocksOf({ appointments }))).toMatchObject({ isUnconfirmed: true, words: 'Filling · unconfirmed' })
    const asked = {
      direction: 'outbound',
      relatedId: 'a',
      purpose: 'confirmation_request',
      status: 'delivered',
    } as DaysView['messages'][number]
    expect(only(blocksOf({ appointments, messages: [asked] })).words).toBe('Filling · asked')
    expect(only(blocksOf({ appointments, messages: [{ ...asked, status: 'blocked' }] })).words).toBe('Filling · unconfirmed')
  })

  test('what a machine booked is marked until somebody has seen it', () => {
    const visit = sampleVisit('a', '14:00', { bookedBy: 'voice', seenAt: null })
    expect(only(blocksOf({ appointments: [visit], changes: [sampleChange('a')] }))).toMatchObject({
      isMachine: true,
      words: 'Filling · AI booked',
    })
    expect(only(blocksOf({ appointments: [{ ...visit, seenAt: NOW }], changes: [sampleChange('a')] })).isMachine).toBe(false)
  })

  test('a machine’s move is told as one, its confirmation is not', () => {
    const visit = sampleVisit('a', '14:00', { seenAt: null })
    const moved = sampleChange('a', { action: 'appointment.moved' })
    expect(only(blocksOf({ appointments: [visit], changes: [moved] })).words).toBe('Filling · AI moved')
    const confirmed = sampleChange('a', { action: 'appointment.confirmed', at: '2026-03-03T16:43:00.000Z' as Instant })
    expect(only(blocksOf({ appointments: [visit], changes: [moved, confirmed] })).isMachine).toBe(false)
  })

  test('two at one time stand side by side and are marked', () => {
    const visits = [sampleVisit('a', '9:00'), sampleVisit('b', '9:30', { overbookReason: 'Pain' }), sampleVisit('c', '11:00')]
    const found = Object.fromEntries(blocksOf({ appointments: visits }).map((one) => [one.key, one]))
    expect(found.a).toMatchObject({ lane: 0, lanes: 2, isOverbooked: true, where: 'Dr. Alex Patel, Op 1, at the same time as another' })
    expect(found.b).toMatchObject({ lane: 1, lanes: 2, isOverbooked: true, words: 'Filling · overbooked' })
    expect(found.c).toMatchObject({ lane: 0, lanes: 1, isOverbooked: false })
  })

  test('what is over fades; completed and missed visits say so', () => {
    const visits = [
      sampleVisit('a', '8:00', { status: 'completed' }),
      sampleVisit('b', '9:00', { status: 'no_show' }),
      sampleVisit('c', '10:00'),
    ]
    const board = boardWith({ appointments: visits })
    const [a, b, c] = board.columns[0]!.blocks
    expect(a).toMatchObject({ isOver: true, mark: 'completed', words: 'Filling · completed' })
    expect(b).toMatchObject({ isOver: true, mark: 'no_show', words: 'Filling · no-show' })
    expect(c).toMatchObject({ isOver: false, mark: null })
    expect(board.booked).toBe(2)
  })
})

describe('openings and closures', () => {
  test('an opening says when it is and how long there is left', () => {
    const board = boardWith({ openings: [sampleOpening('o', '14:30')] })
    expect(board.columns[1]?.openings).toEqual([
      { openingId: 'o', from: 870, to: 930, title: 'Open 2:30', words: '3 h 48 min left', isOver: false },
    ])
    expect(board.openings).toBe(1)
  })

  test('one that has begun counts to its end, and filled ones are gone', () => {
    const board = boardWith({ openings: [sampleOpening('o', '10:00'), sampleOpening('p', '11:00', { status: 'filled' })] })
    expect(board.columns[1]?.openings.map((one) => one.words)).toEqual(['18 min left of it'])
  })

  test('a closure of the practice is in every column, one of an operatory in its own', () => {
    const closures = [sampleClosure('12:00', '13:00'), sampleClosure('15:00', '20:00', { operatoryId: 'op2', kind: 'block', reason: '' })]
    const board = boardWith({}, { setup: sampleSetup({ closures }) })
    expect(board.columns.map((one) => one.closures.map(({ from, to, label }) => `${from}-${to} ${label}`))).toEqual([
      ['720-780 Closed · Staff meeting'],
      ['720-780 Closed · Staff meeting', '900-1020 Blocked'],
      ['720-780 Closed · Staff meeting'],
    ])
  })

  test('a provider who is away closes the operatory that is theirs alone', () => {
    const closures = [sampleClosure('13:00', '17:00', { providerId: 'kim', reason: 'Dentist' })]
    const appointments = [sampleVisit('a', '9:00', { providerId: 'kim', operatoryId: 'op3' }), sampleVisit('b', '9:00')]
    const board = boardWith({ appointments }, { setup: sampleSetup({ closures }) })
    expect(board.columns.map((one) => one.closures.length)).toEqual([0, 0, 1])
  })

  test('time kept for emergencies goes when it is released, and removed closures are gone', () => {
    const kept = sampleClosure('11:00', '12:00', { kind: 'emergency_block', reason: '', releasedAt: '2026-03-03T17:00:00.000Z' })
    const gone = sampleClosure('14:00', '15:00', { removedAt: NOW })
    const labels = (now: Instant) =>
      boardWith({}, { setup: sampleSetup({ closures: [kept, gone] }), now }).columns[0]?.closures.map((one) => one.label)
    expect(labels(NOW)).toEqual(['For emergencies · for all from 11:00'])
    expect(labels('2026-03-03T17:00:00.000Z' as Instant)).toEqual([])
  })
})

describe('the days the clock changes', () => {
  test('23 hours: a visit at 9:00 stands at 9 although only 8 hours have passed', () => {
    const day = '2026-03-08' as LocalDate
    const board = boardWith({ appointments: [sampleVisit('a', '9:00', { day })] }, { day })
    expect(board.columns[0]?.blocks[0]).toMatchObject({ from: 480, to: 530 })
    expect(board.ticks.find((tick) => tick.minute === 480)?.label).toBe('9')
  })

  test('25 hours: visits in the hour that is there twice stand below each other', () => {
    const day = '2026-11-01' as LocalDate
    const appointments = [
      sampleVisit('first', '0:00', { startsAt: '2026-11-01T06:00:00.000Z' as Instant }),
      sampleVisit('again', '0:00', { startsAt: '2026-11-01T07:00:00.000Z' as Instant }),
    ]
    const board = boardWith({ appointments }, { day })
    expect(board.columns[0]?.blocks.map(({ key, from, lanes }) => [key, from, lanes])).toEqual([
      ['first', 60, 1],
      ['again', 120, 1],
    ])
    expect(board.ticks.slice(0, 3).map((tick) => tick.label)).toEqual(['1 first', '1 again', '2'])
    expect(board.axis.zone).toBe(ZONE)
  })
})

test('a day of 500 visits in 12 operatories is laid out quickly', () => {
  const setup = sampleSetup()
  const rooms = Array.from({ length: 12 }, (_, n) => ({
    ...setup.operatories[0]!,
    id: `room${n}` as never,
    name: `Room ${n}`,
    position: n,
  }))
  const appointments = Array.from({ length: 500 }, (_, n) =>
    sampleVisit(`v${n}`, `${8 + (n % 9)}:${(n % 4) * 15}`, { operatoryId: `room${n % 12}`, patientId: `P${n} L${n}` }),
  )
  const patients = appointments.map((one) => samplePatient(one.patientId))
  const from = performance.now()
  const board = boardWith({ appointments, patients }, { setup: { ...setup, operatories: rooms } })
  expect(board.columns.reduce((sum, one) => sum + one.blocks.length, 0)).toBe(500)
  expect(performance.now() - from).toBeLessThan(250)
})
