import { deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import { Device } from '@dentalanswer/shared/domain/device.ts'
import { AppointmentId, CallId, PatientId, PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { line } from '@dentalanswer/shared/domain/text.ts'
import { z } from 'zod'
import { LineState } from './line-state.ts'
import { Preferences, PreferencesChange } from './preferences.ts'
import { UpdateState } from './pushes.ts'
import { CommandName, CommandOutcome, QueuedCommand } from './queue-state.ts'
import {
  AppointmentView,
  CallsView,
  CallView,
  DaysView,
  HouseholdView,
  PersonView,
  SetupView,
  ThreadRow,
  ThreadView,
  TrialView,
  WorkView,
} from './views.ts'

/** What the window needs to draw its first frame. */
export const AppState = z.object({
  paired: z.object({ practice: Practice, device: Device, relay: z.string() }).nullable(),
  /** `session`: the system offers no secure store, so nothing is kept after quitting. */
  keeping: z.enum(['kept', 'session']),
  /** Set once after the cache was found damaged and was made anew. */
  rebuilt: z.string().nullable(),
  pairingLink: z.object({ address: z.string(), code: z.string() }).nullable(),
  preferences: Preferences,
  line: LineState,
  queue: z.array(QueuedCommand),
  update: UpdateState,
  version: z.string(),
  platform: z.string(),
})
export type AppState = z.infer<typeof AppState>

const nothing = z.object({})
const Limit = z.int().min(1).max(500).default(100)
const query = <N extends 'slots.find' | 'slots.check' | 'numbers.search' | 'assistant.version' | 'usage.read'>(name: N) => ({
  in: deskRoutes[name].input as (typeof deskRoutes)[N]['input'],
  out: deskRoutes[name].output as (typeof deskRoutes)[N]['output'],
})

/** Every call the window may make: a line here and a handler of the same name in main. All but `slots.*`, `numbers.search`, `assistant.version`,
 *  `usage.read` and `command.run` answer from
 *  this machine; `call.read`, `person.open`, `appointment.read`, and `thread.read`, `calls.read` and `days.read` where they go back further than this desk keeps,
 *  add what the relay knows when it can be reached. */
export const ipc = {
  'app.state': { in: nothing, out: AppState },
  /** `OTHER_PRACTICE` (details: `waiting`, `practice`): the code is for another practice, and as many changes made for this one would be
   *  lost. Asked again with that number as `losing`, the same code pairs; it is not used up. */
  'pair.start': {
    in: z.object({ address: line(300, 1), code: line(40, 1), deskName: line(60, 1), losing: z.int().min(0).default(0) }),
    out: AppState,
  },
  /** Forgets the pairing, the key and the cache of this machine. Changes that wait are lost, so their number must be named. */
  'pair.forget': { in: z.object({ waiting: z.int() }), out: AppState },
  'preferences.change': { in: PreferencesChange, out: Preferences },

  'setup.read': { in: nothing, out: SetupView },
  'days.read': { in: z.object({ from: LocalDate, to: LocalDate }), out: DaysView },
  'work.read': { in: nothing, out: WorkView },
  'threads.read': {
    in: z.object({ filter: z.enum(['actionable', 'waiting', 'all']), before: Instant.nullable().default(null), limit: Limit }),
    out: z.object({ rows: z.array(ThreadRow), counts: z.object({ actionable: z.int(), waiting: z.int(), all: z.int() }) }),
  },
  /** The newest `limit` texts. */
  'thread.read': { in: z.object({ phoneNumber: PhoneNumber, limit: Limit }), out: ThreadView },
  'calls.read': { in: z.object({ before: Instant.nullable().default(null), limit: Limit }), out: CallsView },
  'call.read': { in: z.object({ callId: CallId }), out: CallView },
  'people.search': { in: z.object({ text: line(80), limit: Limit }), out: z.array(Patient) },
  'person.read': { in: z.object({ patientId: PatientId }), out: PersonView },
  /** Somebody looks at this person: the relay is asked for the history that `person.read` then shows (at most once in ten minutes). */
  'person.open': { in: z.object({ patientId: PatientId }), out: z.object({ isNew: z.boolean() }) },
  'appointment.read': { in: z.object({ appointmentId: AppointmentId }), out: AppointmentView.nullable() },
  'household.read': { in: z.object({ phoneNumber: PhoneNumber }), out: HouseholdView },

  'slots.find': query('slots.find'),
  'slots.check': query('slots.check'),
  'numbers.search': query('numbers.search'),
  'assistant.version': query('assistant.version'),
  /** Asked anew each time: calls and texts of months are not kept here. */
  'usage.read': query('usage.read'),
  /** Asks where to, and writes it there. `isSaved` is false when the person thought better of it. */
  'file.save': { in: z.object({ name: line(80, 1), text: z.string().max(2_000_000) }), out: z.object({ isSaved: z.boolean() }) },
  'trial.read': { in: z.object({ phoneNumberId: PhoneNumberId, since: Instant }), out: TrialView },

  /** Sends a change, or keeps it for later when the relay cannot be reached (`canWait`). `label` says what it does, for the queue. */
  'command.run': {
    in: z.object({ name: CommandName, input: z.record(z.string(), z.unknown()), label: line(200, 1), canWait: z.boolean().default(true) }),
    out: CommandOutcome,
  },
  /** Takes a refused or waiting change out of the queue. */
  'queue.drop': { in: z.object({ id: z.int() }), out: z.array(QueuedCommand) },
  'queue.retry': { in: nothing, out: z.array(QueuedCommand) },
  'line.retry': { in: nothing, out: LineState },

  'phone.dial': { in: z.object({ phoneNumber: PhoneNumber }), out: nothing },
  'clipboard.write': { in: z.object({ text: line(2_000) }), out: nothing },
  /** How many matters wait for a person, for the badge. */
  'badge.set': { in: z.object({ count: z.int().min(0), isUrgent: z.boolean() }), out: nothing },
  'update.install': { in: nothing, out: UpdateState },
} as const

export type IpcName = keyof typeof ipc
export type IpcInput<N extends IpcName> = z.input<(typeof ipc)[N]['in']>
export type IpcParsed<N extends IpcName> = z.output<(typeof ipc)[N]['in']>
export type IpcOutput<N extends IpcName> = z.output<(typeof ipc)[N]['out']>

/** How every call is answered. */
export type IpcAnswer<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; details?: Record<string, unknown> }

/** How an answer crosses to the window: a view as one JSON text, because each of its thousands of objects would be copied on the way. */
export type IpcReply = IpcAnswer | { ok: true; text: string }
export const crossesAsText = (name: string): boolean => name.endsWith('.read')

export const CALL_CHANNEL = 'desk:call'
export const PUSH_CHANNEL = 'desk:push'
/** Where the window hears a call's recording: `app://desk/recording/<call id>`. */
export const APP_ORIGIN = 'app://desk'
