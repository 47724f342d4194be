import type { Word } from './words.ts'

type Node<M> = { next: Map<string, Node<M>>; meaning?: M }
export type Match<M> = { meaning: M; to: number }

/** The kinds a word belongs to, such as `<visit>`; a phrase may name a kind instead of a word. */
export type KindsOf = (word: Word) => readonly string[]

const MOST_SKIPPED = 3

/**
 * A set of phrases, looked up in one walk along the words.
 * Notation: phrases stand on lines or between `;`, `a/b` are alternatives, `a?` may be missing, `<kind>` is any word of that kind,
 * `^` is the start and `$` the end of a clause. A phrase never reaches over a comma: "no, cancel" is not "no cancel".
 */
export class PhraseBook<M> {
  private readonly root: Node<M> = { next: new Map() }
  private readonly kindsOf: KindsOf
  private readonly skipped: ReadonlySet<string>

  constructor(entries: Iterable<readonly [M, string]>, kindsOf: KindsOf = () => [], skipped: ReadonlySet<string> = new Set()) {
    this.kindsOf = kindsOf
    this.skipped = skipped
    for (const [meaning, text] of entries) for (const phrase of phrasesOf(text)) this.add(this.root, phrase.split(/\s+/), meaning)
  }

  private add(node: Node<M>, parts: string[], meaning: M): void {
    const [part, ...rest] = parts
    if (part === undefined) {
      node.meaning ??= meaning
      return
    }
    const optional = part.endsWith('?')
    for (const choice of (optional ? part.slice(0, -1) : part).split('/')) {
      let next = node.next.get(choice)
      if (!next) {
        next = { next: new Map() }
        node.next.set(choice, next)
      }
      this.add(next, rest, meaning)
    }
    if (optional) this.add(node, rest, meaning)
  }

  /** The longest phrase that starts at word `at`. */
  match(words: readonly Word[], at: number): Match<M> | undefined {
    return this.matches(words, at).reduce<Match<M> | undefined>((best, one) => (best && best.to >= one.to ? best : one), undefined)
  }

  /** Every phrase that starts at word `at`, at most one for each end; skippable words may stand inside one but not at its start. */
  matches(words: readonly Word[], at: number): Match<M>[] {
    const found: Match<M>[] = []
    const walk = (node: Node<M>, index: number, skips: number, skipped = false): void => {
      if (node.meaning !== undefined && !skipped && !found.some((one) => one.to === index)) found.push({ meaning: node.meaning, to: index })
      const word = words[index]
      const before = words[index - 1]
      const isFirst = before === undefined || (word !== undefined && before.clause !== word.clause)
      if (index === at && isFirst) follow(node.next.get('^'), index, skips)
      const isLast = word === undefined || (before !== undefined && word.clause !== before.clause)
      if (index > at && isLast) follow(node.next.get('$'), index, skips)
      if (word === undefined || (index > at && isLast)) return
      follow(node.next.get(word.text), index + 1, skips)
      for (const kind of this.kindsOf(word)) follow(node.next.get(kind), index + 1, skips)
      if (index > at && skips < MOST_SKIPPED && this.skipped.has(word.text)) walk(node, index + 1, skips + 1, true)
    }
    const follow = (node: Node<M> | undefined, index: number, skips: number): void => {
      if (node) walk(node, index, skips)
    }
    walk(this.root, at, 0)
    return found
  }
}

/** The single phrases of a text in the notation above. */
export function phrasesOf(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** Every word a text in the notation above mentions. */
export function wordsOf(text: string): string[] {
  return phrasesOf(text)
    .flatMap((phrase) => phrase.split(/[\s/]+/))
    .map((part) => part.replace(/\?$/, ''))
    .filter((part) => part !== '' && !/^[<^$]/.test(part))
}
