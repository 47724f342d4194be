import { type Context, Hono } from 'hono'
import { AssistantBody } from './assistant-body.ts'
import { PhoneNumberBody, PhoneNumberPatch } from './phone-number-body.ts'
import type { PickUp } from './placed-call.ts'
import { VapiRefusal } from './refusals.ts'
import { strictBody } from './strict-body.ts'
import { type Assistant, isoInstant, kept, type PhoneNumber, type VapiWorld } from './world.ts'

/** What the stand-in for Twilio tells about a number, and what importing does to it. */
export type TwilioNumbers = {
  owns: (phoneNumber: string) => boolean
  /** What comes of ringing somebody. */
  pickUp: (phoneNumber: string) => PickUp
  /** Importing takes over the voice address always, the text address unless `smsEnabled` is false. */
  takeOver: (phoneNumber: string, addresses: { voiceUrl: string; smsUrl?: string }) => void
}

/** Where an imported number's calls go. */
export const VAPI_VOICE_URL = 'https://api.vapi.ai/twilio/inbound_call'

export const assistantRoutes = (world: VapiWorld) =>
  new Hono()
    .post('/assistant', async (c) => {
      const body = await strictBody(c, AssistantBody)
      checkLimit(world.limits.assistants, world.assistants.size, 'assistants')
      const assistant: Assistant = { ...body, ...kept(world) }
      world.assistants.set(assistant.id, assistant)
      return c.json(assistant, 201)
    })
    .get('/assistant', (c) => c.json(newestFirst(c, [...world.assistants.values()])))
    .get('/assistant/:id', (c) => c.json(named(c, world.assistants, 'Assistant')))
    .patch('/assistant/:id', async (c) => {
      const before = named(c, world.assistants, 'Assistant')
      const assistant: Assistant = { ...before, ...(await strictBody(c, AssistantBody)), updatedAt: isoInstant(world.now()) }
      world.assistants.set(assistant.id, assistant)
      return c.json(assistant)
    })
    .delete('/assistant/:id', (c) => {
      const assistant = named(c, world.assistants, 'Assistant')
      world.assistants.delete(assistant.id)
      return c.json(assistant)
    })

export const phoneNumberRoutes = (world: VapiWorld, twilio: TwilioNumbers | undefined) =>
  new Hono()
    .post('/phone-number', async (c) => {
      const body = await strictBody(c, PhoneNumberBody)
      checkImport(world, twilio, body)
      const phoneNumber: PhoneNumber = { ...body, ...kept(world), status: 'active' }
      world.phoneNumbers.set(phoneNumber.id, phoneNumber)
      takeOver(twilio, phoneNumber.number, body.smsEnabled)
      return c.json(phoneNumber, 201)
    })
    .get('/phone-number', (c) => c.json(newestFirst(c, [...world.phoneNumbers.values()])))
    .get('/v2/phone-number', (c) => {
      const search = c.req.query('search')
      const all = [...world.phoneNumbers.values()]
        .filter((one) => !search || `${one.number} ${one.name ?? ''}`.includes(search))
        .toReversed()
      const [page, limit] = [Number(c.req.query('page') ?? 1), Number(c.req.query('limit') ?? 100)]
      return c.json({
        results: all.slice((page - 1) * limit, page * limit),
        metadata: {
          itemsPerPage: limit,
          totalItems: all.length,
          currentPage: page,
          totalPages: Math.max(Math.ceil(all.length / limit), 1),
        },
      })
    })
    .get('/phone-number/:id', (c) => c.json(named(c, world.phoneNumbers, 'Phone Number')))
    .patch('/phone-number/:id', async (c) => {
      const before = named(c, world.phoneNumbers, 'Phone Number')
      const patch = await strictBody(c, PhoneNumberPatch)
      checkAssistant(world, patch.assistantId)
      const phoneNumber: PhoneNumber = { ...before, ...patch, updatedAt: isoInstant(world.now()) }
      world.phoneNumbers.set(phoneNumber.id, phoneNumber)
      if (patch.smsEnabled === true) takeOver(twilio, phoneNumber.number, true)
      return c.json(phoneNumber)
    })
    .delete('/phone-number/:id', (c) => {
      const phoneNumber = named(c, world.phoneNumbers, 'Phone Number')
      world.phoneNumbers.delete(phoneNumber.id)
      return c.json(phoneNumber)
    })

/** The item that the path names. */
export function named<Item>(c: Context, items: Map<string, Item>, what: string): Item {
  const item = items.get(c.req.param('id') ?? '')
  if (!item) throw new VapiRefusal(404, `Couldn't Find ${what}. Hot tip, check that the id is right and belongs to this organization.`)
  return item
}

/** Vapi's list filters: `limit` and bounds on both times. */
export function newestFirst<Item extends { createdAt: string; updatedAt: string }>(c: Context, items: Item[]): Item[] {
  const bounds = (['createdAt', 'updatedAt'] as const).flatMap((field) =>
    (['Gt', 'Lt', 'Ge', 'Le'] as const).map((bound) => ({ field, bound, limit: c.req.query(field + bound) })),
  )
  const fits = (item: Item) => bounds.every(({ field, bound, limit }) => limit === undefined || within(item[field], bound, limit))
  return items
    .filter(fits)
    .toReversed()
    .slice(0, Math.min(Number(c.req.query('limit') ?? 100), 1000))
}

function within(value: string, bound: 'Gt' | 'Lt' | 'Ge' | 'Le', limit: string): boolean {
  const difference = Date.parse(value) - Date.parse(limit)
  return { Gt: difference > 0, Lt: difference < 0, Ge: difference >= 0, Le: difference <= 0 }[bound]
}

function checkImport(world: VapiWorld, twilio: TwilioNumbers | undefined, body: PhoneNumberBody): void {
  if (!/^\+[1-9]\d{6,14}$/.test(body.number)) throw new VapiRefusal(400, ['number must be a valid phone number in the E.164 format'])
  if (!body.twilioAuthToken && !(body.twilioApiKey && body.twilioApiSecret)) {
    throw new VapiRefusal(400, ['twilioAuthToken or twilioApiKey and twilioApiSecret must be given'])
  }
  if (twilio && !twilio.owns(body.number)) throw new VapiRefusal(400, `Number ${body.number} Not Found On Twilio.`)
  if (world.elsewhere.has(body.number)) {
    throw new VapiRefusal(400, `Existing Phone Number ${world.newId()} Has Identical \`twilioAccountSid\` And \`number\`.`)
  }
  checkLimit(world.limits.phoneNumbers, world.phoneNumbers.size, 'phone numbers')
  const existing = [...world.phoneNumbers.values()].find((one) => one.number === body.number)
  if (existing) throw new VapiRefusal(400, `Existing Phone Number ${existing.id} Has Identical \`twilioAccountSid\` And \`number\`.`)
  checkAssistant(world, body.assistantId)
}

export function checkAssistant(world: VapiWorld, assistantId: string | undefined): void {
  if (assistantId !== undefined && !world.assistants.has(assistantId)) {
    throw new VapiRefusal(400, `Couldn't Find Assistant ${assistantId}.`)
  }
}

function checkLimit(limit: number | null, count: number, what: string): void {
  if (limit === null || count < limit) return
  throw new VapiRefusal(400, `You Have Reached The Limit Of ${limit} ${what} On Your Subscription. Upgrade Your Plan To Add More.`)
}

function takeOver(twilio: TwilioNumbers | undefined, phoneNumber: string, smsEnabled: boolean | undefined): void {
  twilio?.takeOver(phoneNumber, {
    voiceUrl: VAPI_VOICE_URL,
    ...(smsEnabled !== false && { smsUrl: 'https://api.vapi.ai/twilio/sms' }),
  })
}
