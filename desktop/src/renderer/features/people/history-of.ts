import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { PersonView } from '../../../ipc/views.ts'
import type { Place } from '../../live/places.ts'

type HistoryRow = { key: string; at: Instant; what: string; words: string; place: Place; id: string }
const MOST = 15
const SENDERS = { patient: 'Text from them', machine: 'Text by the AI line', desk: 'Text by staff' }

/** The newest texts and calls of a person's numbers, and where each is found. */
export function historyOf({ messages, calls }: Pick<PersonView, 'messages' | 'calls'>): HistoryRow[] {
  const texts = messages.map(
    (one): HistoryRow => ({
      key: one.id,
      at: one.createdAt,
      what: SENDERS[one.sentBy],
      words: one.body || (one.mediaCount > 0 ? 'a picture' : ''),
      place: 'messages',
      id: one.patientNumber,
    }),
  )
  const talks = calls.map(
    (one): HistoryRow => ({
      key: one.id,
      at: one.startedAt ?? one.createdAt,
      what: one.direction === 'inbound' ? 'Call from them' : 'Call to them',
      words: one.summary ?? (one.status === 'ended' ? 'no summary yet' : 'on the line now'),
      place: 'calls',
      id: one.id,
    }),
  )
  return [...texts, ...talks].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST)
}
