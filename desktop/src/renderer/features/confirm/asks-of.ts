import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

/** What was asked about a visit, and what came back. */
export type Asks = {
  /** Requests to confirm that went out or will; the text of the booking is not one of them. */
  count: number
  /** The newest text that asked, a booking's text included; null when nothing asked. */
  last: Message | null
  lastAt: Instant | null
  /** The newest one that asked did not arrive. */
  isLost: boolean
  /** A reply about the visit that a person must read. */
  openReply: Message | null
  /** Every text about the visit, oldest first. */
  texts: Message[]
}

const LOST = new Set<Message['status']>(['undelivered', 'failed', 'blocked'])

/** `messages` are all that name some visit, oldest first. */
export function asksOf(visit: Pick<Appointment, 'id'>, messages: readonly Message[]): Asks {
  const own = messages.filter((one) => one.relatedId === visit.id)
  const asking = own.filter((one) => one.direction === 'outbound' && one.asked === 'appointment')
  const last = asking.at(-1) ?? null
  return {
    count: asking.filter((one) => one.purpose === 'confirmation_request' && !LOST.has(one.status)).length,
    last,
    lastAt: last ? (last.sentAt ?? last.createdAt) : null,
    isLost: last !== null && LOST.has(last.status),
    openReply: own.findLast((one) => one.direction === 'inbound' && one.attention === 'open') ?? null,
    texts: own,
  }
}
