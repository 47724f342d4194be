const LENGTH = 8
const isOfCode = (letter: string) => /[0-9A-Z]/.test(letter)
const lettersOf = (typed: string) => [...typed.toUpperCase()].filter(isOfCode)

/** A pairing code as it is read aloud: `ABCD-2345`, from whatever was typed or pasted. */
export function codeAsShown(typed: string): string {
  const letters = lettersOf(typed).slice(0, LENGTH).join('')
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

/** Where the caret belongs after `typed`, with the caret at `at`, was written as shown: behind the same letter. */
export function caretAsShown(typed: string, at: number): number {
  const letters = Math.min(lettersOf(typed.slice(0, at)).length, LENGTH)
  return letters > 4 ? letters + 1 : letters
}

export const isWholeCode = (typed: string): boolean => lettersOf(typed).length === LENGTH
