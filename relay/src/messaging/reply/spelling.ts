import { ABOUT_TEXTS } from './phrases/about-texts.ts'
import { ENGLISH_ANSWERS } from './phrases/english-answers.ts'
import { ENGLISH_QUESTIONS } from './phrases/english-questions.ts'
import { ENGLISH_TALK } from './phrases/english-talk.ts'
import { ENGLISH_TIMES } from './phrases/english-times.ts'
import { FUNCTION_WORDS, HARMLESS_WORDS, KINDS } from './phrases/kinds.ts'
import { wordsOf } from './phrase-book.ts'
import { SPANISH_ANSWERS } from './phrases/spanish-answers.ts'
import { SPANISH_TALK } from './phrases/spanish-talk.ts'

// Real words one letter away from a word that decides: "cancer" must never become "cancel".
const OTHER_WORDS = `thunk testing tested difference persons scheduler remainder remainders patent patients patience usable unstable injection injections injected inspection
  clearing leaning extracting looping looming thinks thicks conforming inflection massage massages unfortunate pearson definitively clipped chopped chirped
  severed shelling selling swilling concealing crows crowd blending pleading bleating changer pleased police plead pleas hunting hurling dolar dolares
  dollar manzana prison parson wring wrongs hospitals dentists doctors questions numbers crackers tracked thang canceller extractions intention intentions attention mention invention cancer cancun counsel canceler fewer lever never fever sever clever covered moving looking luck late lately latter letter better
  number numbed slumber numb tooth toothy booth teething seething treating breeding reading leading pain paint saint plain gain main hurt hunt shirt
  short start smart stark stars staff stuff stiff shop step stomp strip store stove storm stone story quiet quite quote queen friend fried trusty
  thirsty thanksgiving conform confine confide conference confidence confidential confused reminded remained remodel resend resent recent
  rescue rental dental mental appointed disappointed disappointment ointment morning mourning warning running ruining coming combing making
  swelling spelling smelling dwelling swallow shallow swallowed bled breed brokerage broker spoken token emergent emergence merge agency
  insurance assurance manana banana hermana semana martes marte lunes viernes jueves tarde tardes gracia dolor color calor doctor actor hinchada
  change chance charge chang exchange move love movie remove cover mover later water wait want went west wish which watch catch match lunch
  traffic tragic trafic early yearly nearly dearly really realty sorry story worry works words world worlds there their where three these those
  thing think thank thanks tank bank blank sunday sundae monday money friday january today toady yesterday tuesday thursday wednesday saturday
  afternoon tomorrow sorrow borrow narrow perfect prefect perfume parking barking marking packing asking taking talking walking waking working
  sweet street treat great threat bread break brake broke drove close closed chose lose loose choose house horse course force source
  minute minutes minuets hours yours ours visit visor visitor posit cita citas vista lista listo visto puedo pueda puede quiero quiere
  necesito visita finally family filling falling feeling filing fulling fully crown clown brown drown known cap gap lap map cross`

/** The words a slip of the finger most often turns into something unknown, each worth repairing. */
const WORTH_REPAIRING = `confirm confirmed confirming cancel cancelled cancelling attending rescheduling reschedule rescheduled appointment appointments tomorrow thanks thank number tooth bleeding
  swollen swelling broken infected infection emergency unsubscribe reminder reminders message messages texting morning afternoon monday
  tuesday wednesday thursday friday saturday sunday running traffic available definitely probably maybe please sorry question minutes
  insurance cleaning toothache hurting severe crown looking forward change another different earlier schedule unable wrong person
  confirmar cancelar reagendar gracias equivocado numero mensajes muela hinchada hinchado sangrando dolor cambiar manana miercoles
  jueves viernes perfect perfecto absolutely appreciate awesome unfortunately postpone hospital doctor dentist patient extraction
  knocked chipped cracked excruciating throbbing unbearable painful`.split(/\s+/)

const LEXICONS = [ENGLISH_ANSWERS, ENGLISH_TIMES, ENGLISH_QUESTIONS, ENGLISH_TALK, SPANISH_ANSWERS, SPANISH_TALK, ABOUT_TEXTS].flatMap((lexicon) => Object.values(lexicon))
const KNOWN = new Set([
  ...LEXICONS.flatMap(wordsOf),
  ...[...Object.values(KINDS), OTHER_WORDS].flatMap((words) => words.split(/\s+/)),
  ...WORTH_REPAIRING,
  ...FUNCTION_WORDS,
  ...HARMLESS_WORDS,
])

const byFirstLetter = new Map<string, string[]>()
for (const word of WORTH_REPAIRING) byFirstLetter.set(word[0]!, [...(byFirstLetter.get(word[0]!) ?? []), word])

const SHORTEST_REPAIRED = 5

export function isKnownWord(text: string): boolean {
  return KNOWN.has(text)
}

/** The word meant by a misspelling of a word that matters, else the word itself. */
export function correctSpelling(text: string): string[] {
  if (text.length < SHORTEST_REPAIRED || text.length > 16 || /\d/.test(text)) return [text]
  const slack = text.length >= 10 ? 2 : 1
  let best = text
  let least = slack + 1
  for (const word of byFirstLetter.get(text[0]!) ?? []) {
    if (Math.abs(word.length - text.length) > slack) continue
    const steps = distance(text, word, least)
    if (steps < least) [best, least] = [word, steps]
  }
  return [best]
}

/** Edits (insert, drop, change, swap neighbours) between two short words; `limit` or more counts as `limit`. */
function distance(left: string, right: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let at = 1; at <= right.length; at++) {
      const same = left[row - 1] === right[at - 1]
      let steps = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1))
      if (row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1]) steps = Math.min(steps, before[at - 2]! + 1)
      next.push(steps)
    }
    if (Math.min(...next) >= limit) return limit
    before = last
    last = next
  }
  return last[right.length]!
}
