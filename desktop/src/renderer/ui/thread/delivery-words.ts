import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type Delivery = { words: string; tone: 'plain' | 'waiting' | 'problem'; reason: string | null }

/** What became of one of our texts, in words. `time` says an instant the practice's way; `dayAndTime` with its day. */
export function deliveryOf(message: Message, say: { now: Instant; time: (at: Instant) => string }): Delivery {
  switch (message.status) {
    case 'waiting':
      return { words: waitingWords(message, say), tone: 'waiting', reason: null }
    case 'sending':
      return plain('being sent')
    case 'accepted':
      return plain('handed to the carrier')
    case 'sent':
      return plain('sent')
    case 'delivered':
      return plain('delivered')
    case 'undelivered':
    case 'failed':
      return { words: 'not delivered', tone: 'problem', reason: message.error ?? 'The carrier did not say why. Phone them.' }
    case 'unknown':
      return { words: 'may or may not have gone out', tone: 'problem', reason: message.error }
    case 'blocked':
      return { words: 'not sent', tone: 'problem', reason: message.error ?? 'It was held back.' }
    case 'received':
      return plain('received')
  }
}

const plain = (words: string): Delivery => ({ words, tone: 'plain', reason: null })

function waitingWords({ sendAfter, errorCode }: Message, { now, time }: { now: Instant; time: (at: Instant) => string }): string {
  if (sendAfter === null || sendAfter <= now) return 'about to be sent'
  // A code on a text that still waits is the one of the try before.
  return errorCode ? `tried again at ${time(sendAfter)}` : `waits until ${time(sendAfter)} (quiet hours)`
}
