const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** How well a title answers what was typed: 0 is the title itself, 1 its beginning, 2 all words begin a word of it in any order, 3 it is
 *  somewhere inside; null when it does not answer. Marks over letters do not matter. */
export function rankOf(typed: string, title: string): number | null {
  const wanted = plain(typed)
  const whole = plain(title)
  if (wanted === '') return 3
  if (whole === wanted) return 0
  if (whole.startsWith(wanted)) return 1
  const words = whole.split(' ')
  if (wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 2
  return whole.includes(wanted) ? 3 : null
}
