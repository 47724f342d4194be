import { type Context, Hono } from 'hono'
import { allValues, type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { listAnswer, PAGE_PARAMS } from './paging.ts'
import type { CallEvent, PlacedCall, PlacedCalls } from './placed-calls.ts'
import { friendlyNumber, rfc2822 } from './shapes.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import { ownedNumber, type TwilioWorld } from './world.ts'

const PARAMS = [
  'To',
  'From',
  'Url',
  'Twiml',
  'Method',
  'FallbackUrl',
  'FallbackMethod',
  'StatusCallback',
  'StatusCallbackEvent',
  'StatusCallbackMethod',
  'Timeout',
  'TimeLimit',
  'MachineDetection',
  'MachineDetectionTimeout',
] as const

const E164 = /^\+[1-9]\d{6,14}$/
const RING_SECONDS = 60
const LONGEST_RING_SECONDS = 600

/** `Calls.json` and below: calls that we place. */
export const callRoutes = (world: TwilioWorld, placed: PlacedCalls) => {
  const shape = (call: PlacedCall) => callShape(world, call)
  return new Hono()
    .post('/Calls.json', async (c) => {
      const call = newCall(world, await strictForm(c, PARAMS))
      world.calls.push(call)
      const queued = shape(call)
      placed.start(call)
      return c.json(queued, 201)
    })
    .get('/Calls.json', (c) => {
      const query = strictQuery(c, ['To', 'From', 'Status', ...PAGE_PARAMS])
      const fits = (name: string, value: string) => oneValue(query, name) === undefined || oneValue(query, name) === value
      const found = world.calls.filter((call) => fits('To', call.to) && fits('From', call.from) && fits('Status', call.status))
      return listAnswer(c, 'calls', query, found.toReversed(), shape)
    })
    .get('/Calls/:file', (c) => c.json(shape(callNamed(c, world))))
}

function callNamed(c: Context, world: TwilioWorld): PlacedCall {
  const sid = (c.req.param('file') ?? '').replace(/\.json$/, '')
  const call = world.calls.find((one) => one.sid === sid)
  if (!call) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return call
}

function newCall(world: TwilioWorld, form: FormValues): PlacedCall {
  const to = oneValue(form, 'To') ?? ''
  const from = oneValue(form, 'From') ?? ''
  const url = oneValue(form, 'Url') ?? null
  const twiml = oneValue(form, 'Twiml') ?? null
  if (!E164.test(to)) throw new TwilioRefusal(21211, to)
  if (!ownedNumber(world, from)) throw new TwilioRefusal(21210, from)
  if (twiml === null && !/^https?:\/\//.test(url ?? '')) throw new TwilioRefusal(21205)
  const events = allValues(form, 'StatusCallbackEvent') as CallEvent[]
  return {
    sid: world.newSid('CA'),
    from,
    to,
    status: 'queued',
    url,
    twiml,
    statusCallback: oneValue(form, 'StatusCallback') || null,
    events: events.length > 0 ? events : ['completed'],
    ringSeconds: Math.min(Number(oneValue(form, 'Timeout') ?? RING_SECONDS) || RING_SECONDS, LONGEST_RING_SECONDS),
    detectsMachines: ['Enable', 'DetectMessageEnd'].includes(oneValue(form, 'MachineDetection') ?? ''),
    answeredBy: null,
    createdAt: world.now(),
    updatedAt: world.now(),
    startedAt: null,
    endedAt: null,
    callbacks: [],
    said: [],
    path: [],
  }
}

function callShape(world: TwilioWorld, call: PlacedCall) {
  const uri = `/2010-04-01/Accounts/${world.accountSid}/Calls/${call.sid}`
  const at = (ms: number | null) => (ms === null ? null : rfc2822(ms))
  const seconds = Math.round(((call.endedAt ?? 0) - (call.startedAt ?? call.endedAt ?? 0)) / 1_000)
  return {
    sid: call.sid,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    parent_call_sid: null,
    account_sid: world.accountSid,
    to: call.to,
    to_formatted: friendlyNumber(call.to),
    from: call.from,
    from_formatted: friendlyNumber(call.from),
    phone_number_sid: ownedNumber(world, call.from)?.sid ?? null,
    status: call.status,
    start_time: at(call.startedAt),
    end_time: at(call.endedAt),
    duration: call.endedAt === null ? null : String(seconds),
    price: null,
    price_unit: 'USD',
    direction: 'outbound-api',
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: { recordings: `${uri}/Recordings.json`, events: `${uri}/Events.json` },
  }
}
