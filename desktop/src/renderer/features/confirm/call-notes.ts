/** What a call about a visit can come to. `confirmed` and `cancelled` change the visit; the others leave a line in its note. */
export const CALL_OUTCOMES = [
  { id: 'confirmed', title: 'They are coming' },
  { id: 'voicemail', title: 'Left voicemail' },
  { id: 'no_answer', title: 'No answer' },
  { id: 'move', title: 'Wants another time' },
  { id: 'cancelled', title: 'Not coming' },
] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]['id']

const WORDS = { voicemail: 'Left voicemail', no_answer: 'No answer' }
const LINE = /^(Left voicemail|No answer) .+$/gm
const MOST = 2_000

/** The note with one more line, such as "Left voicemail Tue, Mar 3 10:45 AM, Kim". */
export function withCallNote(note: string, outcome: keyof typeof WORDS, when: string, by: string): string {
  const line = `${WORDS[outcome]} ${when}${by ? `, ${by}` : ''}`
  const all = note.trim() === '' ? line : `${note.trim()}\n${line}`
  // The newest lines matter most when there is no room for all.
  return all.length <= MOST ? all : all.slice(all.length - MOST)
}

/** The newest call written in a note, as written; null when none is. */
export function lastCallIn(note: string): string | null {
  return note.match(LINE)?.at(-1) ?? null
}
