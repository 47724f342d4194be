import { Hono } from 'hono'
import { ZodError } from 'zod'
import type { FaultBoard, FaultPlan } from './faults.ts'

/** Reads and switches the faults of one stand-in: GET `/`, POST `/` with the switches to change, POST `/release`. */
export const faultRoutes = <P extends Record<string, FaultPlan<string> | null>>(faults: FaultBoard<P>) =>
  new Hono()
    .onError((error, c) => {
      if (error instanceof ZodError || error instanceof SyntaxError) return c.json({ error: error.message }, 400)
      throw error
    })
    .get('/', (c) => c.json(faults.get() as Record<string, unknown>))
    .post('/', async (c) => {
      faults.set(await c.req.json())
      return c.json(faults.get() as Record<string, unknown>)
    })
    .post('/release', (c) => {
      faults.release()
      return c.body(null, 204)
    })
