const LONGEST_HEAD = 30

/** A note's first words as a flag and the rest of it: "Premedication: amoxicillin 2 g" → "Premedication" and "amoxicillin 2 g". */
export function noteHead(note: string): { head: string; rest: string } {
  const at = note.search(/[:.;\n]/)
  const head = (at < 0 ? note : note.slice(0, at)).trim()
  if (head === '' || head.length > LONGEST_HEAD) return { head: '', rest: note.trim() }
  return { head, rest: at < 0 ? '' : note.slice(at + 1).trim() }
}
