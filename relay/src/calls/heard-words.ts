/** What was said as one line of plain words with single spaces, "." between sentences, and what is known of each word. */
export type HeardWords = { line: string; wordAt: Map<number, HeardWord> }
type HeardWord = { word: string; isNegated: boolean; sentence: string }

export type Finding = { phrase: string; sentence: string }

const LONGEST_WORD = 40

/** Reads text in English or Spanish. `ignored` phrases ("emergency contact") are taken out first. Linear in the text. */
export function hearWords(text: string, ignored?: RegExp): HeardWords {
  let plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/g, '')
  for (const [written, contracted] of CONTRACTIONS) plain = plain.replace(written, contracted)
  const spoken = (plain.match(/[a-z0-9]+|[.!?;,\n]/g) ?? []).map(settleMark).join(' ')
  const line = ignored ? spoken.replace(ignored, '#') : spoken
  const words: HeardWord[] = []
  for (const sentence of line.split(' . ')) {
    if (words.length > 0) words.push(END)
    for (const word of readSentence(sentence.replace(/ ?\.$/, ''))) words.push(word)
  }
  return placeWords(words)
}

/** Every place where one of the patterns holds and its `key` group, if it has one, is not said to be absent. */
export function findIn(heard: HeardWords, patterns: readonly RegExp[]): Finding[] {
  const found: Finding[] = []
  for (const pattern of patterns) {
    for (const match of heard.line.matchAll(pattern)) {
      const keyAt = match.indices?.groups?.key?.[0] ?? match.index
      const word = heard.wordAt.get(keyAt)
      const isAbsent = match.groups?.key !== undefined && (word?.isNegated || isOver(heard.line, keyAt + match.groups.key.length))
      if (!isAbsent) found.push({ phrase: match[0].trim(), sentence: word?.sentence ?? '' })
    }
  }
  return found
}

const CONTRACTIONS: [RegExp, string][] = [
  [/\bcan not\b/g, 'cannot'],
  [/\b(could|does|did|is|are|was|has|have|do|would) not\b/g, '$1nt'],
  [/\bwill not\b/g, 'wont'],
]

const END: HeardWord = { word: '.', isNegated: false, sentence: '' }

function settleMark(piece: string): string {
  return /[.!?;\n]/.test(piece) ? '.' : piece.slice(0, LONGEST_WORD)
}

function placeWords(words: HeardWord[]): HeardWords {
  const wordAt = new Map<number, HeardWord>()
  let offset = 0
  for (const word of words) {
    wordAt.set(offset, word)
    offset += word.word.length + 1
  }
  return { line: words.map(({ word }) => word).join(' '), wordAt }
}

function set(words: string): Set<string> {
  return new Set(words.split(' '))
}

const NEGATORS = set(
  'no not none without dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt nor neither nothing denies stopped quit sin ni tampoco nada ninguno',
)
/** After these the negation is about something else: "not only", "isn't stopping", "no aguanto el dolor". */
const NOT_DENYING = set(
  'stop stopped stopping stops quit go goes going gone away subside ease easing improve improving get getting better help helps helping work working sure only just know very much too that able doubt relief idea until puedo puede pueden pude podia aguanto aguanta soporto soporta para paran deja dejan mejora baja se quita sleep sleeping slept',
)
/** Words that a denial reaches across: "don't have any", "no tengo ningún". */
const TRANSPARENT = set(
  'have having has had any a an the is it its really think feel feeling believe say this that be been being in of at all with to so such currently actually experiencing seem seems like look looks longer more even tengo tiene hay es esta ningun ninguna una un nada de me le te nos para con el la los mas tipo ya muy also either either signs sign kind type',
)
/** A new thought begins and a denial ends. */
const NEW_THOUGHT = set(
  'but however though although except yet because since so then when while and y pero aunque sino porque my mi mis i im ive he hes she shes we they our his her there',
)
const LIST_WORDS = set('or nor o ni')
const REACH = 2

/** Marks the words that a "no" or "not" before them denies. Short reach on purpose: a denial missed costs a second look, a symptom
 *  missed costs more. */
function readSentence(text: string): HeardWord[] {
  const words = text.split(' ')
  let reach = 0
  return words.map((word, i) => {
    const next = words[i + 1] ?? ''
    if (isDenial(words, i)) {
      reach = next === ',' ? 0 : REACH
      return { word, isNegated: false, sentence: text }
    }
    if (NEW_THOUGHT.has(word) || (word === ',' && !listGoesOn(words, i))) reach = 0
    else if (reach > 0 && (LIST_WORDS.has(word) || word === ',')) reach = REACH
    const isNegated = reach > 0
    if (isNegated && !TRANSPARENT.has(word) && !LIST_WORDS.has(word) && word !== ',') reach--
    return { word, isNegated, sentence: text }
  })
}

function isDenial(words: string[], i: number): boolean {
  const word = words[i] as string
  if (!NEGATORS.has(word) || NOT_DENYING.has(words[i + 1] ?? '')) return false
  const before = words.slice(Math.max(0, i - 4), i)
  if (word === 'stopped' || word === 'quit') return !before.some((one) => NEGATORS.has(one) || one === 'wont' || one === 'never')
  // "I can't eat without pain" is no denial.
  return word !== 'without' || !before.some((one) => one === 'cant' || one === 'cannot')
}

/** "no pain, swelling or fever": after this comma the list goes on to an "or". */
function listGoesOn(words: string[], comma: number): boolean {
  const ahead = words.slice(comma + 1, comma + 5)
  const or = ahead.findIndex((word) => LIST_WORDS.has(word))
  return or >= 0 && !ahead.slice(0, or).some((word) => NEW_THOUGHT.has(word))
}

const OVER =
  /^(?: (?:is|has|have|was|all|now|already|finally|completely|pretty|much|totally|just)){0,4} (?:gone|stopped|subsided|resolved|went (?:away|down)|cleared up)(?! (?:and|but|then)[^.]{0,20} (?:back|returned|again))/

/** A form filled in: "swelling: no, fever: none". */
const ANSWERED_NO = /^ (?:no|none|nope|denied|denies|absent|negative|false|ninguno|ninguna)(?= [.,]|$)/

/** Whether the words after a symptom say it has passed or was denied: "the pain is gone". */
function isOver(line: string, end: number): boolean {
  const after = line.slice(end, end + 120)
  return OVER.test(after) || ANSWERED_NO.test(after)
}
