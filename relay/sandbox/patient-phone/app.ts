import { Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { CallbackFault } from '../twilio/faults.ts'
import type { TwilioStandIn } from '../twilio/stand-in.ts'
import type { VapiStandIn } from '../vapi/stand-in.ts'
import { RequestFault } from '../wire/faults.ts'
import { createPhoneCalls } from './calls.ts'
import { outsideRoutes, outsideState } from './outside.ts'
import { type Heard, latestTexts, textShape, threadOf } from './phone-state.ts'
import { staticFiles } from './static-files.ts'

export type Person = { name: string; phone: string; birthDate: string; household?: string }
export type Practice = { name: string; phone: string; zone: string; assistantId: string; phoneNumberId: string } & {
  /** What staff call its numbers. */
  labels?: Record<string, string>
  /** The practice's own line, outside of Twilio. */
  ownLine?: string
}

export type PatientPhoneOptions = {
  twilio: TwilioStandIn
  vapi: VapiStandIn
  people: () => Promise<Person[]>
  practice: () => Promise<Practice>
}

const Phone = z.string().regex(/^\+[1-9]\d{6,14}$/)
const TextBody = z.strictObject({ from: Phone, to: Phone.optional(), body: z.string().min(1).max(1600), messageSid: z.string().optional() })
const CallBody = z.strictObject({ from: Phone, to: Phone.optional(), isHidden: z.boolean() })
const SayBody = z.strictObject({ text: z.string().min(1).max(1000) })
const FaultBody = z.strictObject({
  phone: Phone.optional(),
  sends: RequestFault.nullable().optional(),
  callbacks: CallbackFault.nullable().optional(),
  mark: z.enum(['landline', 'unreachable', 'blocked', 'unregistered']).nullable().optional(),
})

/** The page that plays a patient's phone, and the JSON that it asks for once a second. Mount it below a path that ends in a slash. */
export function patientPhoneApp({ twilio, vapi, people, practice }: PatientPhoneOptions): Hono {
  const heard = new Map<string, Heard>()
  const calls = createPhoneCalls({ twilio, vapi })
  const isOurs = (phone: string) => twilio.numbers().some((owned) => owned.phoneNumber === phone)

  const state = async (phone: string, to: string) => {
    const { name, phone: ourNumber, zone, labels = {}, ownLine = '' } = await practice()
    return {
      practice: { name, phone: ourNumber, zone },
      numbers: twilio.numbers().map((owned) => ({ phone: owned.phoneNumber, label: labels[owned.phoneNumber] ?? '' })),
      outside: outsideState({ twilio, vapi }, ownLine),
      latest: latestTexts(twilio),
      thread: threadOf(twilio, phone).map((message) => textShape(message, heard.get(message.sid))),
      isBlocked: twilio.isBlocked(phone, to || ourNumber),
      call: calls.shapeFor(phone),
      faults: {
        sends: twilio.faults.get().sends?.kind ?? null,
        callbacks: twilio.faults.get().callbacks?.kind ?? null,
        mark: twilio.markOf(phone),
        held: twilio.faults.hold.count(),
      },
    }
  }

  const api = new Hono()
    .use(sameOrigin)
    .onError((error, c) => {
      if (error instanceof z.ZodError || error instanceof SyntaxError) return c.json({ error: 'That could not be read.' }, 400)
      return c.json({ error: 'The practice could not be read. Is the relay running?' }, 503)
    })
    .get('/people', async (c) => c.json((await people()).toSorted((one, other) => one.name.localeCompare(other.name))))
    .get('/state', async (c) => c.json(await state(c.req.query('phone') ?? '', c.req.query('to') ?? '')))
    .post('/text', async (c) => {
      const { from, body, messageSid, ...chosen } = TextBody.parse(await c.req.json())
      const to = chosen.to ?? (await practice()).phone
      if (!isOurs(to)) return c.json({ error: 'The practice has no number for texts yet.' }, 409)
      const answer = await twilio.receiveText({ from, to, body, ...(messageSid && { messageSid }) })
      const result = answer.status === 0 ? 'unreachable' : answer.status < 300 ? 'taken' : 'refused'
      heard.set(answer.messageSid, result)
      return c.json({ messageSid: answer.messageSid, heard: result })
    })
    .post('/call', async (c) => {
      const { from, isHidden, ...chosen } = CallBody.parse(await c.req.json())
      const known = await practice()
      return c.json({ id: await calls.start(from, chosen.to ?? known.phone, isHidden, known) }, 201)
    })
    .post('/call/:id/say', async (c) => {
      const { text } = SayBody.parse(await c.req.json())
      const call = calls.named(c.req.param('id'))
      return call ? c.json(await call.hear(text)) : c.json({ error: 'That call is over.' }, 404)
    })
    .post('/call/:id/end', async (c) => {
      await calls.named(c.req.param('id'))?.hangUp()
      return c.body(null, 204)
    })
    .post('/faults', async (c) => {
      const { phone, sends, callbacks, mark } = FaultBody.parse(await c.req.json())
      // A send fails once; callbacks stay odd until they are set back.
      if (sends !== undefined) twilio.faults.set({ sends: sends && { kind: sends, times: 1 } })
      if (callbacks !== undefined) twilio.faults.set({ callbacks })
      if (mark !== undefined && phone) twilio.mark(phone, mark)
      return c.body(null, 204)
    })
    .route('/', outsideRoutes({ twilio, vapi, practice }))
    .post('/release', (c) => {
      twilio.faults.release()
      return c.body(null, 204)
    })

  return new Hono().route('/api', api).route('/', staticFiles())
}

/** Other web pages must not be able to press these buttons. */
const sameOrigin: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none'
  const isOddPost = c.req.method === 'POST' && !c.req.header('content-type')?.startsWith('application/json')
  if (isForeign || isOddPost) return c.json({ error: 'Only this page may ask.' }, 403)
  return next()
}
