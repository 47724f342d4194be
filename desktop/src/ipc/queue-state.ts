import { ErrorCode } from '@dentalanswer/shared/contract/errors.ts'
import { deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { z } from 'zod'

const commandNames = Object.entries(deskRoutes).flatMap(([name, route]) => (route.method === 'GET' ? [] : [name]))

/** The name of a route of the contract that changes something. */
export const CommandName = z.enum(commandNames as [CommandName, ...CommandName[]])
export type CommandName = {
  [N in keyof typeof deskRoutes]: (typeof deskRoutes)[N]['method'] extends 'GET' ? never : N
}[keyof typeof deskRoutes]

/** A change made at this desk that the relay has not accepted yet. `waiting` until the relay can be reached, in the order made.
 *  `refused`: the relay said no; it stays until a person has looked at it. */
export const QueuedCommand = z.object({
  id: z.int(),
  name: CommandName,
  input: z.record(z.string(), z.unknown()),
  /** What it does, in words for staff: "Cancel M. Lee, Tue 2:30". */
  label: z.string(),
  createdAt: Instant,
  state: z.enum(['waiting', 'sending', 'refused']),
  error: z.object({ code: ErrorCode, message: z.string(), details: z.record(z.string(), z.unknown()).optional() }).nullable(),
})
export type QueuedCommand = z.infer<typeof QueuedCommand>

/** `done`: the relay has committed it. `waiting`: it is kept and will be sent; never show it as done. */
export const CommandOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), value: z.unknown() }),
  z.object({ kind: z.literal('waiting'), id: z.int() }),
])
export type CommandOutcome = z.infer<typeof CommandOutcome>
