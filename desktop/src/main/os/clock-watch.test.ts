import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchClock } from './clock-watch.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

function watched() {
  const state = { wallMs: 1_000_000, steadyMs: 0, jumps: 0 }
  const stop = watchClock(() => state.jumps++, { wallMs: () => state.wallMs, steadyMs: () => state.steadyMs })
  const pass = (ms: number, setMs = 0) => {
    state.wallMs += ms + setMs
    state.steadyMs += ms
    vi.advanceTimersByTime(ms)
  }
  return { state, pass, stop }
}

test('a clock that is set forward or back is noticed once each', () => {
  const { state, pass } = watched()
  pass(60_000)
  expect(state.jumps).toBe(0)
  pass(10_000, 3_600_000)
  pass(60_000)
  expect(state.jumps).toBe(1)
  pass(10_000, -3_600_000)
  pass(60_000)
  expect(state.jumps).toBe(2)
})

test('the little steps of a clock that is kept right are none, and nothing is noticed after the end', () => {
  const { state, pass, stop } = watched()
  for (let times = 0; times < 20; times++) pass(10_000, 400)
  expect(state.jumps).toBe(0)
  stop()
  pass(10_000, 3_600_000)
  expect(state.jumps).toBe(0)
})
