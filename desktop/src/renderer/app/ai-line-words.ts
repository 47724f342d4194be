import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { callsTrouble } from '../features/setup/numbers/number-state.ts'

type LineWords = { tone: 'green' | 'amber' | 'grey'; words: string; title: string }

/** The AI line in three words. Offline the desk cannot know, and says so. */
export function aiLineWords(numbers: PracticePhone[], isLive: boolean): LineWords {
  const answered = numbers.filter((one) => one.status === 'active' && one.vapiAssistantId !== null)
  const paused = numbers.filter((one) => one.status === 'paused')
  if (!isLive) return { tone: 'amber', words: 'AI line: not known', title: 'This desk has no connection, so it cannot see the line.' }
  const main = numbers.find((one) => one.isPrimary && one.status !== 'released')
  if (main?.status === 'paused')
    return {
      tone: 'amber',
      words: 'AI line: paused',
      title:
        answered.length > 0
          ? `Calls to the main number ring the desk. The assistant still answers ${answered.length === 1 ? 'another number' : `${answered.length} others`}.`
          : 'Calls ring the desk; the assistant does not answer.',
    }
  const troubled = answered.find((one) => callsTrouble(one) !== null)
  if (troubled) return { tone: 'amber', words: 'AI line: problem', title: callsTrouble(troubled)?.message ?? '' }
  if (answered.length > 0)
    return {
      tone: 'green',
      words: 'AI line: live',
      title: `The assistant answers ${answered.length === 1 ? 'the practice’s number' : `${answered.length} numbers`}.`,
    }
  if (paused.length > 0) return { tone: 'amber', words: 'AI line: paused', title: 'Calls ring the desk; the assistant does not answer.' }
  return { tone: 'grey', words: 'AI line: no number yet', title: 'No number of this practice is answered by the assistant.' }
}
