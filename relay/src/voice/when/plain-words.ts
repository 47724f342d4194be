const MAX_LENGTH = 200

/** What was said in lower case without accents or apostrophes, at most 200 characters, cut between words. */
export function plainWords(text: string): string {
  return cutAtWord(text, MAX_LENGTH)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/&/g, ' and ')
    .replace(/\b([ap])[. ]{1,2}m\b\.?/g, '$1m')
    .replace(/([a-z])-(?=[a-z])/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `plainWords` with set phrases replaced by the one word the readers of days and times know. */
export function plainPhrases(text: string): string {
  let plain = markWallClocks(plainWords(text))
  for (const [phrase, meaning] of PHRASES) plain = plain.replace(phrase, meaning)
  return plain
}

/** `2026-03-03T09:30:00-06:00` becomes `2026-03-03 @0930`: the wall clock is taken as said and the offset dropped.
 *  Midnight in such a date-time is how programs write "no time", so it is dropped too. */
function markWallClocks(plain: string): string {
  return plain
    .replace(
      /(\d{4}-\d\d-\d\d)t(\d\d)(?::?(\d\d))?(?::?\d\d(?:[.,]\d{1,9})?)?(?:z\b|[+-]\d\d(?::?\d\d)?\b)?(?:\[[a-z_/+-]{1,40}\])?/g,
      wallClock,
    )
    .replace(/(\d{4}-\d\d-\d\d) (\d\d):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)? ?(?:z\b|[+-]0\d:?\d\d\b|\+1\d:?\d\d\b)?/g, wallClock)
}

function wallClock(_: string, date: string, hour: string, minute = '00'): string {
  return hour === '00' && minute === '00' ? `${date} ` : `${date} @${hour}${minute} `
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  return text.slice(0, Math.max(0, text.lastIndexOf(' ', length)))
}

const SPANISH: [RegExp, string][] = [
  [/\bpasado manana\b/g, 'overmorrow'],
  [/\b(?:esta|hoy (?:por|en|a) la) manana\b/g, 'today morning'],
  [/\besta (tarde|noche)\b/g, 'today $1'],
  [/\b(?:por|de|en|a) la manana\b/g, 'in the morning'],
  [/\b(?:las? )?mananas\b|\bla manana\b/g, 'morning'],
  [/\bmanana\b/g, 'tomorrow'],
  [/\bmedio dia\b/g, 'noon'],
  [/\bhora (del? )?(almuerzo|comer|comida)\b/g, 'lunchtime'],
  [/\bfin(es)? de semana\b/g, 'weekend'],
  [/\b(fin(es|al|ales)?) del? (?=mes|semana|la semana|ano|\w+ero\b|ma|ab|ju|ag|sep|oct|nov|dic)/g, 'ending '],
  [/\b(principios?|comienzos?|inicios?) del?\b/g, 'early'],
  [/\bmediados de\b/g, 'mid'],
  [/\b(que (viene|entra)|entrante|siguiente)\b/g, 'next'],
  [/\blo (mas pronto|antes)( posible| que se pueda)?\b|\bcuanto antes\b|\b(la )?primera (cita|disponible)\b/g, 'soonest'],
  [/\bcualquier (dia|hora|momento|cosa)\b|\bcuando (sea|pueda|puedan|haya)\b/g, 'soonest'],
  [/\ba primera hora\b/g, 'early morning'],
  [/\bno antes del?\b|\ba partir del?\b/g, 'notbefore'],
  [/\b(despues|luego) del?( las?)?\b/g, 'after'],
  [/\bantes del?( las?)?\b/g, 'before'],
  [/\b(alrededor de|a eso de|como a|cerca de|sobre)( las?)\b/g, 'around'],
  [/\ba las?\b/g, 'at'],
  [/\bdentro de\b/g, 'in'],
  [/\b(cinco|diez|cuarto|veinte) para las?\b/g, 'at $1 to'],
  [/\bno puedo\b/g, 'not'],
]

const ENGLISH: [RegExp, string][] = [
  [/\bor (later|beyond)\b|\bor after$|\bat the earliest\b|\bonwards?\b/g, 'orlater'],
  [/\bor earlier\b|\bor before$|\bat the latest\b/g, 'orearlier'],
  [/\bon or before\b/g, 'by'],
  [/\b(noon|one|two|three|four|five|seven|eight|nine|ten|eleven)ish\b/g, 'around $1'],
  [/\bo ?clock\b/g, 'oclock'],
  [/\b(why not|in case)\b/g, ''],
  [/\bday after tomorrow\b/g, 'overmorrow'],
  [/\bweek after next\b/g, 'weekafternext'],
  [/\b(as )?(soon|early|quick|quickly) as (possible|you can|can be)\b|\bat once\b|\bright (away|now)\b/g, 'soonest'],
  [/\b(first|next|earliest|soonest) (available|opening|open|appointment|slot|possible)\b/g, 'soonest'],
  [/\bany ?(day|time|thing) but\b/g, 'not'],
  [/\b(any ?(time|day|thing|one)|some ?time|whenever|no preference|doesnt matter|flexible) (?=after|before|between|from|until)/g, ''],
  [/\b(any ?(time|day|thing)|some ?time|no preference|doesnt matter|flexible|immediately)\b/g, 'soonest'],
  [/\bfirst thing( in the morning)?\b/g, 'early morning'],
  [/\bend of (the )?(work ?)?day\b|\bclose of business\b|\blast thing\b/g, 'late afternoon'],
  [/\b(beginning|start|first part) of\b|\bearly (in|on)\b/g, 'early'],
  [/\bmiddle of\b|\bmid (?=in|of)/g, 'mid'],
  [/\bmid ?(week|morning|day|afternoon)\b/g, 'mid $1'],
  [/\bmid day\b/g, 'noon'],
  [/\b(end|latter part|tail end) of\b/g, 'ending'],
  [/\blater? (in|on)\b|\blater (?=this week|next)/g, 'late '],
  [/\brest of\b/g, ''],
  [/\bthis (morning|afternoon|evening|night)\b/g, 'today $1'],
  [/\btonight\b/g, 'today evening'],
  [/\blunch ?(time|hour|break)\b|\b(over|during|at) (my )?lunch\b/g, 'lunchtime'],
  [/\b(no|not) later than\b|\bnot after\b|\bup (to|until)\b/g, 'by'],
  [/\b(not (before|until|till)|(no|not) (earlier|sooner) than|on or after|starting( on| from)?|beginning( on)?|as of)\b/g, 'notbefore'],
  [/\b(earlier|sooner) than\b|\bprior to\b|\bahead of\b/g, 'before'],
  [/\blater than\b/g, 'after'],
  [/\b(other|rather) than\b|\b(apart|aside) from\b|\binstead of\b|\bexcept for\b/g, 'not'],
  [/\b(doesnt|does not|dont|wont|will not|cant) work\b|\bis(nt| not) (good|possible|great|ideal)\b|\bis (no good|out|full)\b/g, 'ruledout'],
  [/\b(how|what) about\b/g, 'at'],
  [/\b(a )?couple (of )?days\b/g, 'two to three days'],
  [/\b(a )?couple( of)?\b/g, 'two'],
  [/\b(a )?(few|several) days\b/g, 'two to five days'],
  [/\b(a )?(few|several) (?=weeks|months)/g, 'two to four '],
  [/\bhalf an hour\b/g, 'thirty minutes'],
  [/\b(business|working) days?\b/g, 'days'],
]

const PHRASES = [...SPANISH, ...ENGLISH]
