import type { BookInput } from '@dentalanswer/shared/contract/routes.ts'
import type { OpenSlotOut, SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'

export type NewPerson = { firstName: string; lastName: string; phone: string; birthDate: string; language: 'en' | 'es' }

/** A booking while it is being written. */
export type BookDraft = {
  patient: Patient | null
  newPerson: NewPerson | null
  appointmentTypeId: string | null
  /** Null lets the relay choose. */
  providerId: string | null
  operatoryId: string | null
  /** As typed; `startsAt` is what it means. */
  timeText: string
  startsAt: Instant | null
  note: string
  sendText: boolean
  overbookReason: string
  /** What the relay said when it refused the last try. */
  refusal: { message: string; alternatives: OpenSlotOut[]; conflicts: SlotConflict[] } | null
  isSending: boolean
}

export const emptyDraft: BookDraft = {
  patient: null,
  newPerson: null,
  appointmentTypeId: null,
  providerId: null,
  operatoryId: null,
  timeText: '',
  startsAt: null,
  note: '',
  sendText: true,
  overbookReason: '',
  refusal: null,
  isSending: false,
}

export const isDraftEmpty = ({ patient, newPerson, appointmentTypeId, startsAt, note }: BookDraft): boolean =>
  !patient && !newPerson && !appointmentTypeId && !startsAt && !note

/** What is still missing before the draft can be booked, in words; null when nothing is. */
export function missingIn(draft: BookDraft, conflicts: readonly SlotConflict[], isLive: boolean): string | null {
  if (draft.newPerson && !isLive) return 'A new person can be added once the desk is connected again.'
  if (!draft.patient && !draft.newPerson) return 'Choose who comes.'
  if (draft.newPerson && !(draft.newPerson.firstName.trim() && draft.newPerson.lastName.trim()))
    return 'A new person needs a first and a last name.'
  if (!draft.appointmentTypeId) return 'Choose what for.'
  if (!draft.startsAt) return 'Choose a time.'
  if (conflicts.length > 0 && !draft.overbookReason.trim()) return 'Say why it is booked all the same.'
  return null
}

/** The command for a complete draft. */
export function bookInput(draft: BookDraft, patientId: Patient['id'], isOverbooked: boolean): BookInput | null {
  if (!draft.appointmentTypeId || !draft.startsAt) return null
  return {
    patientId,
    appointmentTypeId: draft.appointmentTypeId as BookInput['appointmentTypeId'],
    startsAt: draft.startsAt,
    providerId: draft.providerId as BookInput['providerId'],
    operatoryId: draft.operatoryId as BookInput['operatoryId'],
    note: draft.note,
    overbookReason: isOverbooked ? draft.overbookReason.trim() : null,
    sendText: draft.sendText,
  }
}

/** The types that somebody may be booked for at this desk: those still in use, new or known patients first as the person is. */
export function typesFor(setup: Setup, isNew: boolean | null): Setup['appointmentTypes'] {
  const rank = (patients: 'any' | 'new' | 'known') => (isNew === null || patients === 'any' || (patients === 'new') === isNew ? 0 : 1)
  return setup.appointmentTypes
    .filter((one) => one.active)
    .toSorted((a, b) => rank(a.patients) - rank(b.patients) || a.position - b.position || a.name.localeCompare(b.name))
}
