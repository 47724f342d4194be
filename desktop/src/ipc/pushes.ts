import { Actor, type EntityKind, EventType, entities } from '@dentalanswer/shared/contract/events.ts'
import { z } from 'zod'
import { LineState } from './line-state.ts'
import { Preferences } from './preferences.ts'
import { QueuedCommand } from './queue-state.ts'

const EntityKindName = z.enum(Object.keys(entities) as [EntityKind, ...EntityKind[]])

/** A place of the left rail, and what of it to show. */
export const Target = z.object({
  place: z.enum(['now', 'calls', 'messages', 'confirm', 'fill', 'day', 'people', 'callbacks', 'reports', 'setup']),
  id: z.string().nullable().default(null),
})
export type Target = z.infer<typeof Target>

/** Something worth telling at once. `urgent` repeats until a person acknowledges the alarm. `key` is the same for the same matter. */
export const Notice = z.object({
  key: z.string(),
  level: z.enum(['urgent', 'high', 'normal']),
  title: z.string(),
  body: z.string(),
  target: Target,
  /** The appointment that was cancelled, when the action is to fill or undo. */
  changeId: z.string().nullable(),
  alarmId: z.string().nullable(),
})
export type Notice = z.infer<typeof Notice>

export const UpdateState = z.object({
  kind: z.enum(['none', 'downloading', 'ready', 'failed', 'unsupported']),
  version: z.string().nullable(),
})
export type UpdateState = z.infer<typeof UpdateState>

/** What main tells the window, one way. */
export const Push = z.discriminatedUnion('kind', [
  /** Committed changes are in the cache; `kinds` says of what. `type` is null when the whole cache was replaced. */
  z.object({
    kind: z.literal('changed'),
    seq: z.int(),
    type: EventType.nullable(),
    by: Actor.nullable(),
    isOwn: z.boolean(),
    kinds: z.array(EntityKindName),
  }),
  z.object({ kind: z.literal('line'), line: LineState }),
  z.object({ kind: z.literal('queue'), queue: z.array(QueuedCommand) }),
  z.object({ kind: z.literal('notice'), notice: Notice }),
  /** Acknowledged here or at another desk: take it away. */
  z.object({ kind: z.literal('noticeGone'), key: z.string() }),
  z.object({ kind: z.literal('incomingCall'), callId: z.string(), phoneNumber: z.string().nullable() }),
  z.object({ kind: z.literal('open'), target: Target }),
  /** A pairing link was opened; a person still has to agree. */
  z.object({ kind: z.literal('pairingLink'), address: z.string(), code: z.string() }),
  z.object({ kind: z.literal('preferences'), preferences: Preferences }),
  z.object({ kind: z.literal('update'), update: UpdateState }),
  /** Pairing or unpairing happened: ask for `app.state` again. */
  z.object({ kind: z.literal('appState') }),
])
export type Push = z.infer<typeof Push>
