import type { Chunk } from './lexicon.ts'
import type { Reply } from './words.ts'

const ASKING = /^(?:ask|ask-cancel|help-wish)$/
const ASKING_WISH = /^(?:can|could|may|would (?!prefer|rather)|is|are|do you|how|what|puedo|podria|podriamos|tiene|tienen|hay)\b/

// "Is my", "has the", "tienen" open a question only where no subject stands before them: "my ride is my son" asks nothing.
const INVERTED = /^(?:is|are|was (?!wondering)|has|have (?:i|you)|does|do the|will the|will my|will doctor|will insurance|details|says)\b/
const INVERTED_SPANISH =
  /^(?:puede|pueden|puedo|podemos|podria|podrian|tienen|tiene|hay|es|acepta|aceptan|cobran|atienden|abren|cierran|informacion|direccion)\b/
const BEFORE_SPANISH = /^(?:greeting|sorry|thanks|yes|ok|no|contrast|kind|not-coming|bad-time|ack)$/
const JOINING = /^(?:and|but|so|also|then|y|o|please|pero|tambien)$/

// "Can you", "me puede": what follows is asked of us.
const ASKS_US = /^(?:(?:can|could|would|will) (?:you|someone|somebody)|(?:me )?(?:puede|pueden|podrian))$/
const REQUEST = /^(?:please )?(?:can|could|would|will|puede|pueden|puedes|podrian|me puede|me pueden|me podria|me podrian)\b/
const AGREEING = /^(?:right|correct|ok|yes|no|verdad|cierto|huh|true|still|is it|is that right|eh)$/

/** Marks the chunks that are asked rather than said. A question runs from the words that open it to the end of its sentence; without
 *  such words it is the last clause before the mark. */
export function markQuestions(chunks: Chunk[], reply: Reply): void {
  for (const sentence of new Set(chunks.map((chunk) => chunk.sentence))) {
    const inside = chunks.filter((chunk) => chunk.sentence === sentence)
    const start = inside.findIndex((chunk, at) => reply.askedFrom.has(chunk.clause) || (asks(chunk) && opensQuestion(inside, at)))
    const from = start !== -1 ? start : reply.asked.has(sentence) ? lastClause(inside) : inside.length
    for (const chunk of inside.slice(from)) chunk.asked = chunk.meaning !== 'tag'
    settleRequest(inside)
  }
}

const asks = (chunk: Chunk): boolean => ASKING.test(chunk.meaning ?? '') || (chunk.meaning === 'wish' && ASKING_WISH.test(chunk.text))

function opensQuestion(inside: Chunk[], at: number): boolean {
  const chunk = inside[at]!
  const before = inside[at - 1]
  if (before === undefined || before.clause !== chunk.clause) return true
  if (INVERTED_SPANISH.test(chunk.text)) return BEFORE_SPANISH.test(before.meaning ?? '')
  if (!INVERTED.test(chunk.text)) return true
  if (before.meaning === 'condition' || before.meaning === 'not') return false
  return before.meaning !== undefined && (before.meaning !== 'neutral' || JOINING.test(before.text))
}

/** Where the last clause starts; one that only seeks agreement ("right?") asks about all before it. */
function lastClause(inside: Chunk[]): number {
  const from = inside.findIndex((chunk) => chunk.clause === inside.at(-1)!.clause)
  const tail = inside.slice(from)
  if (tail.every((chunk) => chunk.meaning === 'tag')) return inside.length
  return tail.every((chunk) => AGREEING.test(chunk.text)) ? 0 : from
}

/** "Can you cancel my visit?" asks for a cancellation, "can I cancel?" about one: what is asked of us counts as said. */
function settleRequest(inside: Chunk[]): void {
  const at = inside.findIndex((chunk, index) => {
    if (!chunk.asked || (chunk.meaning !== 'cancel' && chunk.meaning !== 'take')) return false
    const before = inside.slice(0, index).findLast((one) => one.text !== 'please')
    return REQUEST.test(chunk.text) || (before?.meaning === 'ask' && before.asked && ASKS_US.test(before.text))
  })
  if (at === -1) return
  const isFiller = (chunk: Chunk) => /^(?:neutral|thanks|time)$/.test(chunk.meaning ?? '') || ASKS_US.test(chunk.text)
  for (const [index, chunk] of inside.entries()) if (index === at || isFiller(chunk)) chunk.asked = false
}
