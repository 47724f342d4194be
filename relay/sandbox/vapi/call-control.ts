import { Hono } from 'hono'
import { z } from 'zod'
import type { CallSession } from './call-session.ts'
import { VapiRefusal } from './refusals.ts'
import { strictBody } from './strict-body.ts'

const Transfer = z.strictObject({
  type: z.literal('transfer'),
  destination: z.strictObject({
    type: z.literal('number'),
    number: z.string().regex(/^\+[1-9]\d{6,14}$/),
    message: z.string().optional(),
  }),
  content: z.string().optional(),
})

/** The address that steers one live call. Whoever knows it needs no key. Of all that Vapi takes there, a transfer is enough here. */
export const controlRoutes = (sessionOf: (id: string) => CallSession | undefined, putThrough: (session: CallSession) => void) =>
  new Hono().post('/live/:id/control', async (c) => {
    const session = sessionOf(c.req.param('id'))
    if (!session || session.record.status === 'ended') throw new VapiRefusal(404, 'Call Not Found.')
    const { destination } = await strictBody(c, Transfer)
    session.record.forwardedTo = destination.number
    session.record.status = 'forwarding'
    putThrough(session)
    return c.json({ success: true })
  })
