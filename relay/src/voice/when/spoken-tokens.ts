import { CARDINALS, MONTHS, ORDINALS, SAME_WORD } from './calendar-words.ts'

/** One thing said. `digits` counts the written digits of a number and is 0 when it was said in words; a date may have been
 *  written with two digits for its year. */
export type Token =
  | { kind: 'word'; word: string }
  | { kind: 'number'; value: number; ordinal: boolean; digits: number }
  | { kind: 'date'; year: number; month: number; day: number; isShortYear: boolean }
  | { kind: 'yearMonth'; year: number; month: number }
  | { kind: 'monthDay'; month: number; day: number }
  | { kind: 'clock'; hour: number; minute: number; asWritten: boolean }

const PIECE = new RegExp(
  [
    /(?<isoYear>\d{4})-(?<isoMonth>\d{1,2})-(?<isoDay>\d{1,2})(?!\d)/,
    /(?<onlyYear>\d{4})-(?<onlyMonth>\d{2})(?![\d-])/,
    /(?<packedYear>(?:19|20)\d{2})(?<packedMonth>\d{2})(?<packedDay>\d{2})(?!\d)/,
    /@(?<wallHour>\d{2})(?<wallMinute>\d{2})(?!\d)/,
    /(?<usMonth>\d{1,2})(?<sep>[/.-])(?<usDay>\d{1,2})\k<sep>(?<usYear>\d{4}|\d{2})(?!\d)/,
    /(?<shortMonth>\d{1,2})\/(?<shortDay>\d{1,2})(?![\d/])/,
    /(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?::\d{2})?(?!\d)/,
    /(?<number>\d+)(?<suffix>(?:st|nd|rd|th)(?![a-z])|[º°ª])?/,
    /(?<word>[a-z]+)/,
    /(?<mark>[-/,.;!?@])/,
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
)

/** Splits what `plainPhrases` or `plainWords` gave into tokens; number words become numbers and Spanish words English ones. */
export function tokensOf(plain: string): Token[] {
  const pieces = Array.from(plain.matchAll(PIECE), (match) => readPiece(match.groups as Groups))
  return settleMay(joinTens(pieces))
}

type Groups = Record<string, string | undefined>

function readPiece(g: Groups): Token {
  if (g.word) return readWord(g.word)
  if (g.mark) return { kind: 'word', word: MARKS.get(g.mark) ?? ',' }
  if (g.number) return readNumber(g.number, Boolean(g.suffix))
  if (g.hour) return { kind: 'clock', hour: Number(g.hour), minute: Number(g.minute), asWritten: false }
  if (g.wallHour) return { kind: 'clock', hour: Number(g.wallHour), minute: Number(g.wallMinute), asWritten: true }
  if (g.shortMonth) return { kind: 'monthDay', month: Number(g.shortMonth), day: Number(g.shortDay) }
  if (g.onlyYear) return { kind: 'yearMonth', year: Number(g.onlyYear), month: Number(g.onlyMonth) }
  return {
    kind: 'date',
    year: Number(g.isoYear ?? g.packedYear ?? g.usYear),
    month: Number(g.isoMonth ?? g.packedMonth ?? g.usMonth),
    day: Number(g.isoDay ?? g.packedDay ?? g.usDay),
    isShortYear: g.usYear?.length === 2,
  }
}

const MARKS = new Map([
  ['-', 'to'],
  ['/', 'to'],
  ['@', 'at'],
])

function readNumber(digits: string, ordinal: boolean): Token {
  if (digits.length > 8) return { kind: 'word', word: '#' }
  return { kind: 'number', value: Number(digits), ordinal, digits: digits.length }
}

function readWord(word: string): Token {
  const cardinal = CARDINALS.get(word)
  if (cardinal !== undefined) return { kind: 'number', value: cardinal, ordinal: false, digits: 0 }
  const ordinal = ORDINALS.get(word)
  if (ordinal !== undefined) return { kind: 'number', value: ordinal, ordinal: true, digits: 0 }
  return { kind: 'word', word: SAME_WORD.get(word) ?? word }
}

/** "twenty" "first" is 21; Spanish puts an "y" between: "treinta" "y" "uno". */
function joinTens(pieces: Token[]): Token[] {
  const joined: Token[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Token
    const linked = isWord(pieces[i + 1], 'y') && isUnit(pieces[i + 2])
    const unit = pieces[i + (linked ? 2 : 1)]
    if (isTens(piece) && isUnit(unit)) {
      joined.push({ ...piece, value: piece.value + unit.value, ordinal: unit.ordinal })
      i += linked ? 2 : 1
    } else joined.push(piece)
  }
  return joined
}

type NumberToken = Extract<Token, { kind: 'number' }>

function isTens(token: Token | undefined): token is NumberToken {
  return token?.kind === 'number' && token.digits === 0 && !token.ordinal && token.value >= 20 && token.value % 10 === 0
}

function isUnit(token: Token | undefined): token is NumberToken {
  return token?.kind === 'number' && token.digits === 0 && token.value >= 1 && token.value <= 9
}

export function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token?.kind === 'word' && words.includes(token.word)
}

const BEFORE_MAY = [
  'of',
  'in',
  'next',
  'this',
  'early',
  'mid',
  'late',
  'ending',
  'until',
  'by',
  'before',
  'after',
  'to',
  'from',
  'the',
  'en',
]

/** "May I come Monday" is no month: "may" is one beside a number or after a word such as "in". */
function settleMay(tokens: Token[]): Token[] {
  return tokens.map((token, i) => {
    if (!isWord(token, 'may') || tokens.length === 1) return token
    const near = tokens[i + 1]?.kind === 'number' || tokens[i - 1]?.kind === 'number' || isWord(tokens[i + 1], 'the')
    return near || isWord(tokens[i - 1], ...BEFORE_MAY) ? token : { kind: 'word', word: 'might' }
  })
}

export function monthOf(token: Token | undefined): number | undefined {
  return token?.kind === 'word' ? MONTHS.get(token.word) : undefined
}
