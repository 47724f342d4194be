import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { Visit } from './households-of.ts'

const MOST = 6

/** The newest texts about a household's visits, oldest first. */
export function lastTexts(visits: readonly Visit[]): Message[] {
  const all = visits.flatMap((one) => one.asks.texts)
  return all.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).slice(-MOST)
}
