import type { Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { LeadId } from '@dentalanswer/shared/domain/ids.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

type Subject = Pick<Lead, 'kind' | 'reason'> & Partial<Pick<Lead, 'patientId' | 'phoneNumber' | 'appointmentId' | 'callId' | 'messageId'>>

/** Opens follow-up work that nobody has taken yet; what it is not about may be left out. */
export function* openLead(tx: Tx, subject: Subject): Work<void> {
  yield* tx.insert('leads', {
    patientId: null,
    phoneNumber: null,
    appointmentId: null,
    callId: null,
    messageId: null,
    ...subject,
    id: tx.newId<LeadId>(),
    owner: null,
    snoozedUntil: null,
    note: '',
    status: 'open',
    outcome: null,
    createdAt: tx.now,
    doneAt: null,
  })
}
