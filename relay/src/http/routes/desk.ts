import type { Route } from '@dentalanswer/shared/contract/desk-route.ts'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { type DeskRouteName, deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { RelayDeps } from '../../deps.ts'
import { assistantQueries } from '../../desk/assistant-queries.ts'
import type { DeskCtx, Queries } from '../../desk/desk-context.ts'
import { numberQueries } from '../../desk/number-queries.ts'
import { peopleQueries } from '../../desk/people-queries.ts'
import { runCommand } from '../../desk/run-command.ts'
import { scheduleQueries } from '../../desk/schedule-queries.ts'
import { takeSnapshot } from '../../desk/take-snapshot.ts'
import { usageQueries } from '../../desk/usage-queries.ts'
import { STATUS_OF } from '../errors.ts'
import { limitBody, parseJson, readText, TEXT_LIMIT } from '../read-body.ts'
import { type DeskEnv, requireDevice } from '../require-device.ts'

const queriesOf = (deps: RelayDeps): Queries => ({
  'snapshot.take': (ctx) => takeSnapshot(ctx),
  ...assistantQueries,
  ...scheduleQueries,
  ...peopleQueries,
  ...numberQueries(deps.lines),
  ...usageQueries(deps.config.prices),
})

type AnyQuery = (ctx: DeskCtx, input: unknown) => Promise<unknown>

/** Every route of the contract: input parsed once, one query or one command, the answer in the contract's shape. */
export function deskApi(deps: RelayDeps) {
  const queries = queriesOf(deps)
  const app = new Hono<DeskEnv>().use('/api/desk/*', requireDevice(deps), limitBody(TEXT_LIMIT))
  for (const [name, route] of Object.entries(deskRoutes) as [DeskRouteName, Route][])
    app.on(route.method, route.path, async (c) => {
      const end = deps.metrics.deskSeconds.startTimer({ route: name })
      try {
        const answer = await answerTo(name, route, c, queries)
        end({ status: '200' })
        return c.json(answer as object)
      } catch (error) {
        end({ status: String(error instanceof DeskError ? STATUS_OF[error.code] : 500) })
        throw error
      }
    })
  return app
}

async function answerTo(name: DeskRouteName, route: Route, c: Context<DeskEnv>, queries: Queries): Promise<unknown> {
  const ctx = c.get('desk')
  const given = route.method === 'GET' ? c.req.query() : objectOf(await readText(c))
  const input = parseInput(route, { ...given, ...c.req.param() })
  if (route.method === 'GET') return runQuery(queries, name, ctx, input)
  const key = Key.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new DeskError('BAD_INPUT', 'A change needs an Idempotency-Key header that is a UUID.')
  return runCommand(name, ctx, input, key.data.toLowerCase())
}

const Key = z.uuid()

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

// The cast holds because `queriesOf` is checked against the contract name by name.
function runQuery(queries: Queries, name: DeskRouteName, ctx: DeskCtx, input: unknown): Promise<unknown> {
  return (queries[name as keyof Queries] as AnyQuery)(ctx, input)
}
