import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { ClockOffset, clockWords } from './clock-offset.ts'

const NOON = Date.parse('2026-03-02T12:00:00.000Z')
const at = (ms: number) => new Date(NOON + ms).toISOString() as Instant

function openClock() {
  const machine = { ms: NOON }
  let changes = 0
  const clock = new ClockOffset(
    () => machine.ms,
    () => {
      changes++
    },
  )
  return { machine, clock, changes: () => changes }
}

test('the relay’s time is measured in the middle of the request', () => {
  const { machine, clock } = openClock()
  const askedMs = machine.ms
  machine.ms += 400
  clock.saw(at(60_200), askedMs)
  expect(clock.ms).toBe(60_000)
  expect(clock.now()).toBe(at(60_400))
})

test('a coarser or slower measurement does not disturb a good one', () => {
  const { machine, clock, changes } = openClock()
  clock.saw(at(3_000), machine.ms)
  clock.sawHeader(new Date(NOON + 2_000).toUTCString(), machine.ms)
  clock.sawHeader(null, machine.ms)
  clock.sawHeader('soon', machine.ms)
  expect(clock.ms).toBe(3_000)
  expect(changes()).toBe(1)
})

test('when somebody sets the machine’s clock, the next answer shows it', () => {
  const { machine, clock, changes } = openClock()
  clock.saw(at(0), machine.ms)
  machine.ms -= 3_600_000
  clock.sawHeader(new Date(NOON).toUTCString(), machine.ms)
  expect(clock.ms).toBe(3_600_500)
  expect(changes()).toBe(1)
})

test('staff are told from two minutes on, with how far off', () => {
  expect(clockWords(119_999)).toBeNull()
  expect(clockWords(120_000)).toContain('2 minutes behind')
  expect(clockWords(-3 * 3_600_000)).toContain('3 hours ahead')
  expect(clockWords(86_400_000 * 30)).toContain('30 days behind')
})
