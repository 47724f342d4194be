import type { CallTurn } from '@dentalanswer/shared/domain/call.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'

const AFFIRMATION =
  /^(?:(?:oh|um|uh|well) )?(?:yes|yeah|yep|yup|uh huh|mm hmm|correct|right|exactly|definitely|i do|i am|i have|it is|it does|they are|he does|he is|he has|she does|she is|she has|si|claro|asi es|correcto|exacto)(?: (?:yes|yeah|si|i do|i am|i have|it is|it does|they are|he does|he is|he has|she does|she is|she has|sir|maam|please|unfortunately|very much|a lot|claro|que|senora|senor|por favor|mucho|mucha|tengo))*$/

/** What the caller told, one part a turn. A bare "yes" says what the assistant just asked. */
export function callerWords(turns: Pick<CallTurn, 'role' | 'text'>[]): string[] {
  const words: string[] = []
  let asked: string | null = null
  for (const { role, text } of turns) {
    if (role === 'assistant') asked = lastQuestion(text)
    if (role !== 'caller') continue
    words.push(asked !== null && AFFIRMATION.test(fold(text)) ? asked : text)
    asked = null
  }
  return words
}

/** What was asked last, when a turn ends by asking. */
function lastQuestion(text: string): string | null {
  return /[^.!?¿]+\?\s*$/.exec(text)?.[0].trim() ?? null
}
