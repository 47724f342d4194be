import type { AppointmentType, Provider, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

/** How well what was said names something: 3 the whole name, 2 the name inside it, 1 a shared telling word, 0 not at all. */
function nameScore(said: string, names: string[]): number {
  const words = ` ${fold(said)} `
  let best = 0
  for (const name of names.map(fold)) {
    if (!name) continue
    if (words.trim() === name) return 3
    if (words.includes(` ${name} `) || ` ${name} `.includes(words)) best = Math.max(best, 2)
    else if (name.split(' ').some((word) => word.length > 3 && !COMMON.has(word) && words.includes(` ${word} `))) best = Math.max(best, 1)
  }
  return best
}

const COMMON = new Set(['patient', 'visit', 'appointment', 'doctor', 'dental', 'with', 'tooth', 'teeth', 'hygienist'])

function bestMatch<T>(all: T[], score: (one: T) => number): T | null {
  let best: T | null = null
  let bestScore = 0
  for (const one of all) {
    const points = score(one)
    if (points > bestScore) {
      best = one
      bestScore = points
    }
  }
  return best
}

export type TypeMatch = { type: AppointmentType; isInstead: boolean }

/** The appointment type a caller means, among those a machine may book. A new patient who asks for something only known patients get is
 *  given the new patients' visit instead (`isInstead`). Null when nothing fits. */
export function matchAppointmentType(setup: Setup, said: string, isNew: boolean | null): TypeMatch | null {
  const bookable = setup.appointmentTypes.filter((type) => type.active && type.bookableByVoice)
  const fits = (type: AppointmentType) => isNew === null || type.patients === 'any' || (type.patients === 'new') === isNew
  const forNew = bookable.find((type) => type.patients === 'new')
  if (!said) return isNew && forNew ? { type: forNew, isInstead: false } : null
  const meant = bestMatch(bookable, (type) => {
    const score = nameScore(said, [type.name, ...type.spokenNames])
    return score === 0 ? 0 : score + (fits(type) ? 0.5 : 0)
  })
  if (!meant) return null
  if (fits(meant)) return { type: meant, isInstead: false }
  return isNew && forNew ? { type: forNew, isInstead: true } : { type: meant, isInstead: false }
}

export function matchProvider(setup: Setup, said: string): Provider | null {
  return bestMatch(
    setup.providers.filter((one) => one.active),
    (one) => nameScore(said, [one.name, one.spokenName, one.name.split(' ').at(-1) ?? '']),
  )
}

export function speakableTypes(setup: Setup): string[] {
  return setup.appointmentTypes.filter((type) => type.active && type.bookableByVoice).map((type) => type.name)
}
