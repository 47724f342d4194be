import { nowOf } from '@dentalanswer/relay/src/ports/clock.ts'
import { listPatients, textNumberOf } from '@dentalanswer/relay/src/store/patients.ts'
import { entityTables } from '@dentalanswer/relay/src/store/registry.ts'
import { loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import type { Ctx } from '@dentalanswer/relay/src/store/transaction.ts'
import type { MessageId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addMinutes, type Instant } from '@dentalanswer/shared/domain/practice-time.ts'

type Base = Omit<Ctx, 'practiceId' | 'actor'>

const PAGE = 2_000

/** `count` texts to and from everybody with a number (or only with `phoneNumber`), a minute apart, the newest now; one inbound text in
 *  fifty is for a person to read. */
export async function addBulkMessages(base: Base, practiceId: PracticeId, count: number, phoneNumber?: PhoneNumber): Promise<void> {
  const [setup, patients] = await base.store.read(function* () {
    return [yield* loadSetup(practiceId), yield* listPatients(practiceId)] as const
  })
  const ours = setup.phoneNumbers[0]?.phoneNumber ?? setup.practice.phoneNumber
  const numbers = phoneNumber ? [phoneNumber] : patients.flatMap((one) => textNumberOf(one) ?? [])
  const now = nowOf(base.clock)
  for (let from = 0; from < count; from += PAGE)
    await base.store.write('bulk', function* () {
      for (let at = from; at < Math.min(from + PAGE, count); at++) {
        const createdAt = addMinutes(now, at + 1 - count)
        yield* entityTables.messages.insert(
          practiceId,
          messageAt(base.newId() as MessageId, at, numbers[at % numbers.length]!, ours, createdAt),
        )
      }
    })
}

const BODIES = [
  'See you then',
  'Running ten minutes late',
  'Is there parking behind the building?',
  'Thank you',
  'Do I need to bring my card?',
]

function messageAt(id: MessageId, at: number, patientNumber: PhoneNumber, ours: PhoneNumber, createdAt: Instant): Message {
  const isInbound = at % 2 === 0
  return {
    id,
    direction: isInbound ? 'inbound' : 'outbound',
    fromNumber: isInbound ? patientNumber : ours,
    toNumber: isInbound ? ours : patientNumber,
    patientNumber,
    body: BODIES[at % BODIES.length]!,
    purpose: isInbound ? 'reply' : 'staff',
    asked: 'none',
    relatedType: null,
    relatedId: null,
    provider: 'twilio',
    providerMessageId: `SM${id.replaceAll('-', '')}`,
    status: isInbound ? 'received' : 'delivered',
    errorCode: null,
    error: null,
    segments: 1,
    mediaCount: 0,
    sentBy: isInbound ? 'patient' : 'desk',
    sourceCallId: null,
    reading: null,
    attention: isInbound ? (at % 50 === 0 ? 'open' : 'done') : 'none',
    attentionReason: null,
    sendAfter: null,
    createdAt,
    sentAt: isInbound ? null : createdAt,
    receivedAt: isInbound ? createdAt : null,
    deliveredAt: isInbound ? null : createdAt,
  }
}
