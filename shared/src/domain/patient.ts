import { z } from 'zod'
import { MessageId, PatientId } from './ids.ts'
import { PhoneNumber } from './phone.ts'
import { Instant, LocalDate } from './practice-time.ts'
import { line, paragraph } from './text.ts'

/** A number a patient can be reached on. Several patients may share one (a household); a patient may have several. */
export const ContactPoint = z.object({
  phoneNumber: PhoneNumber,
  label: z.enum(['mobile', 'home', 'work', 'guardian', 'other']),
  isPrimary: z.boolean(),
  /** `wrong_number`: somebody on it said they do not know this patient; never text it for this patient. */
  status: z.enum(['active', 'wrong_number', 'removed']),
})
export type ContactPoint = z.infer<typeof ContactPoint>

export const Patient = z.object({
  id: PatientId,
  firstName: line(60, 1),
  lastName: line(60, 1),
  birthDate: LocalDate.nullable(),
  language: z.enum(['en', 'es']),
  /** New until the first completed visit. */
  isNew: z.boolean(),
  guardianId: PatientId.nullable(),
  note: paragraph(2_000),
  contactPoints: z.array(ContactPoint).max(20),
  source: z.enum(['voice', 'text', 'desk', 'import']),
  /** Staff found this record to be the same person as that one; it is no longer searched, listed or matched. */
  mergedIntoId: PatientId.nullable(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Patient = z.infer<typeof Patient>

/** A number that wants no texts. Only the patient can switch them back on. */
export const OptOut = z.object({
  phoneNumber: PhoneNumber,
  /** `carrier_word`: the carrier blocks it too. `free_text`: only we do. `send_refused`: learnt from error 21610. */
  source: z.enum(['carrier_word', 'free_text', 'send_refused']),
  messageId: MessageId.nullable(),
  optedOutAt: Instant,
  optedInAt: Instant.nullable(),
})
export type OptOut = z.infer<typeof OptOut>
