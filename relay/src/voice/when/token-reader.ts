import { WEEKDAYS } from './calendar-words.ts'
import { monthOf, type Token } from './spoken-tokens.ts'

type NumberToken = Extract<Token, { kind: 'number' }>

/** Walks over what was said. A reading that fails goes back to where it began, so the next one can try. */
export class TokenReader {
  readonly tokens: readonly Token[]
  at = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  get isDone(): boolean {
    return this.at >= this.tokens.length
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  /** The next word, or '' when the next token is no word. */
  word(ahead = 0): string {
    const token = this.peek(ahead)
    return token?.kind === 'word' ? token.word : ''
  }

  numberToken(ahead = 0): NumberToken | undefined {
    const token = this.peek(ahead)
    return token?.kind === 'number' ? token : undefined
  }

  weekday(ahead = 0): number | undefined {
    return WEEKDAYS.get(this.word(ahead))
  }

  month(ahead = 0): number | undefined {
    return monthOf(this.peek(ahead))
  }

  /** Takes the next word when it is one of these. */
  take(...words: string[]): boolean {
    const found = words.includes(this.word())
    if (found) this.at++
    return found
  }

  /** Passes over any run of these words. */
  skip(...words: string[]): void {
    while (this.take(...words));
  }

  /** The result of `read`, or `null` with the place restored. */
  attempt<T>(read: (reader: this) => T | null): T | null {
    const start = this.at
    const result = read(this)
    if (result === null) this.at = start
    return result
  }
}
