import { z } from 'zod'
import { Instant } from '../domain/practice-time.ts'
import { line, paragraph } from '../domain/text.ts'

/** A page ends where the one before it began: `before` is the instant of its oldest row (`createdAt`) and `beforeId` that row's id, which
 *  decides between rows of one millisecond. Without `beforeId` rows of that very instant are left out. */
export const Before = <Id extends z.ZodType>(id: Id) => ({ before: Instant.optional(), beforeId: id.optional() })

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** One desk route. Names in `path` are taken from the input. */
export type Route = { method: Method; path: string; input: z.ZodType; output: z.ZodType }
export const route = <M extends Method, I extends z.ZodType, O extends z.ZodType>(method: M, path: string, input: I, output: O) => ({
  method,
  path: `/api/desk${path}`,
  input,
  output,
})

export const Limit = z.coerce.number().int().min(1).max(500).default(100)
export const Version = z.int().min(0).optional()
export const OverbookReason = line(200, 1).nullable().default(null)
export const Outcome = paragraph(1_000).nullable().default(null)
/** `note` takes the place of the note; `attempt` adds a line to what is there by then, so that two desks never lose each other's. When the
 *  note is full its oldest lines go. */
export const NoteChange = { note: paragraph(1_000).optional(), attempt: line(200, 1).optional() }
/** Who acts, as staff call themselves; the desk's own name when empty. */
export const By = line(80).default('')
