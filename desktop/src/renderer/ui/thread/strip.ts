import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Tone } from '../Tag.tsx'

/** What a button of a strip does. */
export type StripAct =
  | { kind: 'undo'; changeId: string; words: string }
  | { kind: 'confirm'; appointmentId: string; words: string }
  | { kind: 'move'; appointmentId: string }
  | { kind: 'openVisit'; appointmentId: string }
  | { kind: 'openPerson'; patientId: string }
  | { kind: 'openCallback'; id: string }
  | { kind: 'acknowledge'; alarmId: string }
  | { kind: 'dial'; phoneNumber: PhoneNumber }
  | { kind: 'reply' }

/** `isDone`: it has been done since; the button stays where it was and says so. */
export type StripButton = { title: string; act: StripAct; isDone?: boolean }

/** One line between the texts: what a machine did about a text or what it left to a person, and the way on. */
export type Strip = {
  key: string
  tone: Tone
  head: string
  detail: string
  /** Why, for the side of the screen; null when there is nothing to explain. */
  why: { rule: string; matched: string[] } | null
  buttons: StripButton[]
}
