import { isGsm7, segmentsOf, toGsm7 } from '@dentalanswer/shared/domain/gsm7.ts'

const MOST = 1_600
const NEAR_THE_END = 30

type TextLength = {
  segments: number
  /** "1 segment", "2 segments, 12 left" */
  words: string
  /** The first signs that make the whole text dearer, when spelling them plainly would make it shorter. */
  dear: string[]
  isTooLong: boolean
}

/** How a text is sent and billed as it stands. */
export function textLength(text: string): TextLength {
  const segments = text === '' ? 0 : segmentsOf(text)
  const left = segments === 0 ? 0 : roomLeft(text, segments)
  const count = `${segments} ${segments === 1 ? 'segment' : 'segments'}`
  const isCheaper = !isGsm7(text) && segmentsOf(toGsm7(text)) < segments
  return {
    segments,
    words: segments > 0 && left <= NEAR_THE_END ? `${count}, ${left} left` : count,
    dear: isCheaper ? [...new Set(text)].filter((sign) => !isGsm7(sign)).slice(0, 4) : [],
    isTooLong: text.length > MOST,
  }
}

/** How many plain letters may follow before one more segment begins. */
function roomLeft(text: string, segments: number): number {
  let room = 0
  while (room <= NEAR_THE_END && segmentsOf(text + 'a'.repeat(room + 1)) === segments) room++
  return room
}
