const LONGEST = 1_000

/** The note of a callback or a lead after a change: replaced, or with one more line. A full note loses its oldest lines. */
export function noteAfter(before: string, given: { note?: string | undefined; attempt?: string | undefined }): string {
  const note = given.note ?? before
  if (given.attempt === undefined) return note
  const lines = [...note.split('\n'), given.attempt].filter(Boolean)
  while (lines.join('\n').length > LONGEST && lines.length > 1) lines.shift()
  return lines.join('\n')
}
