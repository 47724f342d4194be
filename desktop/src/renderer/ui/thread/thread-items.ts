import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { ThreadView } from '../../../ipc/views.ts'
import type { Strip } from './strip.ts'
import { stripsOf, type ThreadWords } from './strips-of.ts'

export type ThreadItem =
  | { kind: 'day'; key: string; day: LocalDate }
  | { kind: 'text'; key: string; message: Message }
  | { kind: 'strip'; key: string; strip: Strip }

/** A number's texts with the days between them and, after each text, what the machine did about it. */
export function threadItems(view: ThreadView, say: ThreadWords): ThreadItem[] {
  const items: ThreadItem[] = []
  let day: LocalDate | null = null
  let takeover = view.thread?.takenOverBy ? view.thread.takenOverAt : null
  for (const message of view.messages) {
    if (takeover && takeover < message.createdAt) {
      // Before the oldest text that is loaded its place is not known.
      if (items.length > 0) items.push(takeoverItem(view, say))
      takeover = null
    }
    const itsDay = say.times.dayOf(message.createdAt)
    if (itsDay !== day) items.push({ kind: 'day', key: `day ${itsDay}`, day: itsDay })
    day = itsDay
    items.push({ kind: 'text', key: message.id, message })
    for (const strip of stripsOf(message, view, say)) items.push({ kind: 'strip', key: strip.key, strip })
  }
  if (takeover) items.push(takeoverItem(view, say))
  return items
}

function takeoverItem({ thread }: ThreadView, { times, today }: ThreadWords): ThreadItem {
  const at = thread!.takenOverAt!
  const strip: Strip = {
    key: `takeover ${at}`,
    tone: 'accent',
    head: `Taken over by ${thread!.takenOverBy}`,
    detail: `${times.dayAndTime(at, today)} · the machine neither answers nor acts here, opt-outs and emergencies excepted`,
    why: null,
    buttons: [],
  }
  return { kind: 'strip', key: strip.key, strip }
}
