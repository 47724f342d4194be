import type { ForwardTest } from '@dentalanswer/shared/domain/onboarding.ts'

export type Verdict = { words: string; tone: 'violet' | 'green' | 'amber'; advice: string | null }

/** What a trial of forwarding came to, and what to change at the practice's own phone when it did not work. */
export function forwardVerdict(test: Pick<ForwardTest, 'state'>): Verdict {
  switch (test.state) {
    case 'calling':
      return {
        words: 'Calling your own line',
        tone: 'violet',
        advice: 'Leave the phone alone, unless you want to see what happens when you pick up.',
      }
    case 'arrived':
      return { words: 'Forwarding works', tone: 'green', advice: null }
    case 'answered_there':
      return {
        words: 'Picked up before it came here',
        tone: 'amber',
        advice: 'If it was the carrier’s voicemail: ask the carrier to take it off this line, or to forward after fewer rings.',
      }
    case 'loop':
      return {
        words: 'It goes in a circle',
        tone: 'amber',
        advice: 'Look at whom callers are put through to in Assistant, and whether that phone forwards too.',
      }
    case 'not_arrived':
      return {
        words: 'It did not come here',
        tone: 'amber',
        advice: 'Dial the codes again on the line itself. If they do nothing, ask the carrier.',
      }
    case 'failed':
      return { words: 'The test could not be made', tone: 'amber', advice: 'Try again in a minute.' }
  }
}
