const EVERY_MS = 10_000
const JUMP_MS = 5_000

type Clocks = { wallMs(): number; steadyMs(): number }
const machineClocks: Clocks = { wallMs: () => Date.now(), steadyMs: () => performance.now() }

/** Calls `jumped` when the machine's clock was set, or when it slept and nothing said so: either way what was learnt of the relay's clock
 *  and what the connection looks like are no longer true. Returns the way to stop. */
export function watchClock(jumped: () => void, clocks: Clocks = machineClocks, everyMs = EVERY_MS): () => void {
  const apart = () => clocks.wallMs() - clocks.steadyMs()
  let known = apart()
  const timer = setInterval(() => {
    const now = apart()
    const isJump = Math.abs(now - known) > JUMP_MS
    known = now
    if (isJump) jumped()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
