/** What is written down as the outcome: the quick word, the note, or both. */
export function outcomeText(quick: string, note: string): string {
  const own = note.replace(/\s+/g, ' ').trim()
  if (quick === '') return own || 'Done'
  return own === '' ? quick : `${quick}. ${own}`
}
