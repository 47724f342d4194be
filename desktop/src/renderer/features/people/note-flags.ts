import { fold } from '@dentalanswer/shared/domain/text.ts'

const FLAGS: [RegExp, string][] = [
  [/\bpre ?med(icat\w*)?\b/, 'Premedication'],
  [/\b(allerg\w*|alergi\w*)/, 'Allergy'],
  [/\blatex\b/, 'Latex'],
  [/\b(blood thinner\w*|anticoagula\w*|warfarin|eliquis|xarelto)\b/, 'Blood thinner'],
  [/\b(pregnan\w*|embaraz\w*)/, 'Pregnant'],
  [/\b(wheelchair|silla de ruedas)\b/, 'Wheelchair'],
  [/\b(interpreter|interprete)\b/, 'Interpreter'],
  [/\b(anxious|anxiety|nervous)\b/, 'Anxious'],
]
const NOT = /\b(no|not|non|without|denies|sin)( known| any| of)?( drug)? $/

/** What of a note must be seen at a glance: "Premedication", "Allergy". "No known allergies" raises nothing. */
export function noteFlags(note: string): string[] {
  return note
    .split(/[.;,\n]/)
    .map(fold)
    .flatMap((part) => FLAGS.flatMap(([words, flag]) => (isSaid(part, words) ? [flag] : [])))
    .filter((flag, at, all) => all.indexOf(flag) === at)
}

function isSaid(part: string, words: RegExp): boolean {
  const found = words.exec(part)
  return found !== null && !NOT.test(part.slice(0, found.index))
}
