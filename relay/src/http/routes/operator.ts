import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'

/** A dispatcher that has not looked for this long is stuck, and texts wait. */
const STUCK_AFTER_MS = 90_000
const CHECK_EVERY_MS = 1_000

/** Liveness, readiness and metrics for the operator. Nothing about a patient or practice. */
export function operatorRoutes(deps: RelayDeps, lastDispatchAt: () => string | null, isStopping: () => boolean) {
  // Asked by anybody, and a write at the store: not more than once a second.
  let last: { atMs: number; trouble: Promise<string | null> } | null = null
  const troubleLately = () => {
    if (!last || Math.abs(deps.clock.nowMs() - last.atMs) >= CHECK_EVERY_MS)
      last = { atMs: deps.clock.nowMs(), trouble: deps.store.trouble() }
    return last.trouble
  }
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const problems: string[] = []
      if (isStopping()) problems.push('the relay is stopping')
      const trouble = await troubleLately()
      if (trouble) problems.push(trouble)
      const lookedAt = lastDispatchAt()
      if (lookedAt && deps.clock.nowMs() - Date.parse(lookedAt) > STUCK_AFTER_MS) problems.push('texts are not being sent')
      return c.json({ ok: problems.length === 0, problems }, problems.length === 0 ? 200 : 503)
    })
    .get('/metrics', async (c) => {
      const { metricsToken } = deps.config
      if (metricsToken && !isSame(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) return c.text('forbidden', 403)
      return c.body(await deps.metrics.registry.metrics(), 200, { 'content-type': deps.metrics.registry.contentType })
    })
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
