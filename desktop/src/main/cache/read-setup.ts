import type { SetupView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { readPractice, readSmall } from './read-rows.ts'

/** Null before the first snapshot. Removed closures are left out. */
export function readSetup(db: Db): SetupView | null {
  const practice = readPractice(db)
  if (!practice) return null
  return {
    practice,
    providers: readSmall(db, 'providers').sort(byPlace),
    operatories: readSmall(db, 'operatories').sort(byPlace),
    appointmentTypes: readSmall(db, 'appointmentTypes').sort(byPlace),
    hours: readSmall(db, 'hours'),
    closures: readSmall(db, 'closures')
      .filter((closure) => closure.removedAt === null)
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0)),
    phoneNumbers: readSmall(db, 'phoneNumbers').sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary)),
    devices: readSmall(db, 'devices'),
    onboardingRuns: readSmall(db, 'onboardingRuns').sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
    assistantVersions: readSmall(db, 'assistantVersions').sort((a, b) => b.version - a.version),
    textRegistrations: readSmall(db, 'textRegistrations'),
  }
}

function byPlace(a: { position: number; name: string }, b: { position: number; name: string }): number {
  return a.position - b.position || a.name.localeCompare(b.name)
}
