import { createHash } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { type DeskRouteName, deskRoutes, type Route } from '@dentalanswer/shared/contract/routes.ts'
import { Hono } from 'hono'
import { z } from 'zod'
import type { RelayDeps } from '../../deps.ts'
import { appointmentCommands } from '../../desk/appointment-commands.ts'
import type { Commands, DeskCtx, Queries } from '../../desk/desk-context.ts'
import { peopleCommands } from '../../desk/people-commands.ts'
import { peopleQueries } from '../../desk/people-queries.ts'
import { scheduleQueries } from '../../desk/schedule-queries.ts'
import { setupCommands } from '../../desk/setup-commands.ts'
import { takeSnapshot } from '../../desk/take-snapshot.ts'
import { writeOnce } from '../../store/transaction.ts'
import { limitBody, parseJson, readText, TEXT_LIMIT } from '../read-body.ts'
import { type DeskEnv, requireDevice } from '../require-device.ts'

const queries: Queries = { 'snapshot.take': (ctx) => takeSnapshot(ctx), ...scheduleQueries, ...peopleQueries }
const commands: Commands = { ...appointmentCommands, ...peopleCommands, ...setupCommands }

type AnyQuery = (ctx: DeskCtx, input: unknown) => Promise<unknown>
type AnyCommand = (...args: [never, never, string]) => Generator

/** Every route of the contract: input parsed once, one query or one command, the answer in the contract's shape. */
export function deskApi(deps: RelayDeps) {
  const app = new Hono<DeskEnv>().use('/api/desk/*', requireDevice(deps), limitBody(TEXT_LIMIT))
  for (const [name, route] of Object.entries(deskRoutes) as [DeskRouteName, Route][])
    app.on(route.method, route.path, async (c) => {
      const end = deps.metrics.deskSeconds.startTimer({ route: name })
      const given = route.method === 'GET' ? c.req.query() : objectOf(await readText(c))
      const input = parseInput(route, { ...given, ...c.req.param() })
      const ctx = c.get('desk')
      const answer =
        route.method === 'GET' ? await runQuery(name, ctx, input) : await runCommand(name, ctx, input, c.req.header('idempotency-key'))
      end({ status: '200' })
      return c.json(answer as object)
    })
  return app
}

function objectOf(text: string): Record<string, unknown> {
  const parsed = text === '' ? {} : parseJson(text)
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    throw new DeskError('BAD_INPUT', 'The request must be a JSON object.')
  return parsed as Record<string, unknown>
}

function parseInput(route: Route, given: Record<string, unknown>): unknown {
  const parsed = route.input.safeParse(given)
  if (parsed.success) return parsed.data
  // What was sent may be a patient's name or words, so only where it was wrong and why goes back.
  const problems = parsed.error.issues.slice(0, 10).map((issue) => ({ at: issue.path.join('.'), problem: issue.message }))
  throw new DeskError('BAD_INPUT', 'The request is not in the expected form.', { details: { problems } })
}

// The casts hold because `queries` and `commands` are checked against the contract name by name.
function runQuery(name: DeskRouteName, ctx: DeskCtx, input: unknown): Promise<unknown> {
  return (queries[name as keyof Queries] as AnyQuery)(ctx, input)
}

const Key = z.uuid()

async function runCommand(name: DeskRouteName, ctx: DeskCtx, input: unknown, header: string | undefined): Promise<unknown> {
  const key = Key.safeParse(header)
  if (!key.success) throw new DeskError('BAD_INPUT', 'A change needs an Idempotency-Key header that is a UUID.')
  const requestHash = createHash('sha256')
    .update(JSON.stringify([name, input]))
    .digest('base64url')
  const inbox = { source: 'desk' as const, key: `${ctx.device.id}:${key.data}`, requestHash }
  const command = commands[name as keyof Commands] as AnyCommand
  const { answer } = await writeOnce(ctx, inbox, name, (tx) => command(tx as never, input as never, key.data) as never)
  return answer
}
