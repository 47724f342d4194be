import { powerMonitor } from 'electron'

export type PowerHears = { suspended(): void; resumed(): void; locked(isLocked: boolean): void }

/** Tells when the computer sleeps and wakes, and when its screen is locked. */
export function watchPower(hears: PowerHears): void {
  powerMonitor.on('suspend', hears.suspended)
  powerMonitor.on('resume', hears.resumed)
  powerMonitor.on('lock-screen', () => hears.locked(true))
  powerMonitor.on('unlock-screen', () => hears.locked(false))
}
