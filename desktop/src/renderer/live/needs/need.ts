import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Target } from '../../../ipc/pushes.ts'
import type { Tone } from '../../ui/Tag.tsx'
import type { Conflict } from '../conflict-of.ts'

/** What a button of a need does. */
export type Act =
  | { kind: 'dial'; phoneNumber: PhoneNumber }
  | { kind: 'acknowledge'; alarmId: string }
  | { kind: 'open'; target: Target }
  | { kind: 'takeOverCall'; callId: string }
  | { kind: 'undo'; changeId: string }
  | { kind: 'confirm'; appointmentId: string; words: string }
  | { kind: 'seen'; appointmentId: string }
  | { kind: 'textsDone'; phoneNumber: PhoneNumber }
  | { kind: 'snoozeThread'; phoneNumber: PhoneNumber }
  | { kind: 'takeLead'; leadId: string }
  | { kind: 'closeLead'; leadId: string }
  | { kind: 'snoozeLead'; leadId: string }
  | { kind: 'takeCallback'; callbackId: string }
  | { kind: 'closeCallback'; callbackId: string }
  | { kind: 'snoozeCallback'; callbackId: string }
  | { kind: 'makeAgain'; conflict: Conflict }
  | { kind: 'dropQueued'; id: number }

/** A button: its words, the key that presses it while its need is selected, and what it does. */
export type NeedButton = { title: string; key?: string; tone?: 'main' | 'danger' | 'plain'; act: Act }

/** One matter that waits for a person: who, what they said, what is true, and what to do. */
export type Need = {
  /** The same for the same matter from one reading to the next. */
  key: string
  /** Lower comes first; within a rank the older `at` does. */
  rank: number
  at: Instant
  stripe: 'red' | 'amber' | 'violet' | 'grey'
  title: string
  tag: { tone: Tone; words: string }
  /** How it came: "by text". */
  how: string
  /** Their own words. */
  said: string | null
  /** What the machine did, or what is true now. */
  did: string
  buttons: NeedButton[]
  /** What Enter opens. */
  target: Target
  done: Act | null
  snooze: Act | null
  take: Act | null
}

export const RANK = {
  emergency: 0,
  liveCaller: 1,
  refused: 1.1,
  lostSoon: 1.2,
  optOutSoon: 2,
  unclearSoon: 2.1,
  saidNotDone: 2.2,
  due: 3,
  text: 3.1,
  unconfirmed: 3.2,
  approve: 4,
  followUp: 4.1,
  repair: 5,
  later: 6,
} as const

export const target = (place: Target['place'], id: string | null = null): Target => ({ place, id })
export const button = (title: string, act: Act, more: Partial<NeedButton> = {}): NeedButton => ({ title, act, ...more })
