import { powerMonitor } from 'electron'

export type PowerHears = { suspended(): void; resumed(): void; locked(isLocked: boolean): void }

/** Tells when the computer sleeps and wakes, and whether its screen is locked: at once, and when that changes. */
export function watchPower(hears: PowerHears): void {
  powerMonitor.on('suspend', hears.suspended)
  powerMonitor.on('resume', hears.resumed)
  powerMonitor.on('lock-screen', () => hears.locked(true))
  powerMonitor.on('unlock-screen', () => hears.locked(false))
  // An update may start the app again behind a locked screen.
  if (powerMonitor.getSystemIdleState(60) === 'locked') hears.locked(true)
}

const LOOK_EVERY_MS = 10 * 60_000
const IDLE_SECONDS = 120

/** Every ten minutes while nobody is at the computer. Returns the way to stop. */
export function whenIdle(run: () => void): () => void {
  const timer = setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= IDLE_SECONDS) run()
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
