import type { AppointmentType, Provider, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import { readUrgency } from '../calls/read-urgency.ts'
import { isNear } from '../patients/match-name.ts'

/** How well what was said names something: 3 the whole name, 2 the name inside it, 1 a shared telling word, 0 not at all. */
function nameScore(said: string, names: string[]): number {
  const words = ` ${fold(said)} `
  if (names.some((name) => fold(name) === words.trim())) return 3
  if (isOnly(words, COMMON)) return 0
  let best = 0
  for (const name of names.map(fold)) {
    if (!name) continue
    if (words.includes(` ${name} `) || ` ${name} `.includes(words)) best = Math.max(best, 2)
    else if (name.split(' ').some((word) => word.length > 3 && !COMMON.has(word) && words.includes(` ${word} `))) best = Math.max(best, 1)
  }
  return best
}

const COMMON = new Set('patient visit appointment doctor dr dental dentist with tooth teeth hygienist a an the my our for'.split(' '))
const NO_PREFERENCE = new Set(
  'any anyone anybody one either whoever whichever available first next soonest earliest no none preference does doesnt not matter is fine me provider someone somebody your usual regular'.split(
    ' ',
  ),
)

function isOnly(words: string, ...sets: Set<string>[]): boolean {
  return words
    .trim()
    .split(' ')
    .every((word) => sets.some((set) => set.has(word)))
}

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
 *  given the new patients' visit instead (`isInstead`); words of pain mean the emergency visit. Null when nothing fits. */
export function matchAppointmentType(setup: Setup, said: string, isNew: boolean | null): TypeMatch | null {
  const bookable = setup.appointmentTypes.filter((type) => type.active && type.bookableByVoice)
  const fits = (type: AppointmentType) => isNew === null || type.patients === 'any' || (type.patients === 'new') === isNew
  const forNew = bookable.find((type) => type.patients === 'new')
  if (!said) return isNew && forNew ? { type: forNew, isInstead: false } : null
  const meant = bestMatch(bookable, (type) => {
    const score = nameScore(said, [type.name, ...type.spokenNames])
    return score === 0 ? 0 : score + (fits(type) ? 0.5 : 0)
  })
  if (!meant) return readUrgency(said).level === 'none' ? null : asMatch(bookable.find((type) => type.isEmergency))
  if (fits(meant)) return { type: meant, isInstead: false }
  return isNew && forNew ? { type: forNew, isInstead: true } : { type: meant, isInstead: false }
}

function asMatch(type: AppointmentType | undefined): TypeMatch | null {
  return type ? { type, isInstead: false } : null
}

/** The providers a name may mean, also one heard a little wrong: nobody, one, or several to ask about. 'anyone' for no preference. */
export function matchProviders(setup: Setup, said: string): Provider[] | 'anyone' {
  const words = fold(said)
  if (!words || isOnly(words, COMMON, NO_PREFERENCE)) return 'anyone'
  const active = setup.providers.filter((one) => one.active)
  const scored = active.map((one) => {
    const score = nameScore(said, [one.name, one.spokenName, familyName(one)])
    // "Ravi Patel" shares more words with one Patel than with the other.
    return { one, score: score === 0 ? 0 : score + sharedWords(words, one.name) / 10 }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best > 0) return scored.filter(({ score }) => score === best).map(({ one }) => one)
  return active.filter((one) => words.split(' ').some((word) => word.length > 3 && isNear(word, fold(familyName(one)))))
}

function sharedWords(words: string, name: string): number {
  const said = new Set(words.split(' '))
  return fold(name)
    .split(' ')
    .filter((word) => said.has(word) && !COMMON.has(word)).length
}

function familyName(provider: Provider): string {
  return provider.name.split(' ').at(-1) ?? ''
}

export function speakableTypes(setup: Setup): string[] {
  return setup.appointmentTypes.filter((type) => type.active && type.bookableByVoice).map((type) => type.name)
}
