import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { SetupView } from '../../../ipc/views.ts'

type Phones = SetupView['phoneNumbers']
export type NoSender = { why: 'no_sender' | 'not_registered'; short: string; words: string }

const ANSWER_WITHIN_MINUTES = 24 * 60

/** The number of ours that a text to someone goes from: the one they wrote to within a day, else the best one. The relay decides so too. */
export function textsFrom(phones: Phones, lastIn?: Pick<Message, 'toNumber' | 'createdAt'>, now?: Instant): Phones[number] | null {
  const usable = phones.filter((one) => one.status !== 'released')
  const isAnswer = lastIn && now && lastIn.createdAt >= addMinutes(now, -ANSWER_WITHIN_MINUTES)
  const writtenTo = isAnswer ? usable.find((one) => one.phoneNumber === lastIn.toNumber) : undefined
  if (writtenTo) return writtenTo
  const ready = usable.filter((one) => one.texting === 'ready')
  const best = ready.length > 0 ? ready : usable
  return best.find((one) => one.isPrimary) ?? best[0] ?? null
}

/** Why nothing can be texted from it, in words for staff; null when something can. */
export function whyNoSender(from: Pick<Phones[number], 'texting'> | null): NoSender | null {
  if (!from)
    return { why: 'no_sender', short: 'No number to text from', words: 'The practice has no number that can text yet. Set one up first.' }
  if (from.texting === 'ready') return null
  if (from.texting === 'waiting')
    return {
      why: 'not_registered',
      short: 'Texts wait for the carriers',
      words: 'Texts wait until carriers let the practice text. Calls work: phone them.',
    }
  return {
    why: 'not_registered',
    short: 'Carriers refused texts',
    words: 'Carriers refused to let the practice text; Setup says why. Calls work: phone them.',
  }
}
