import { type Context, Hono } from 'hono'
import { type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { metaListAnswer, PAGE_PARAMS } from './paging.ts'
import { isoSeconds } from './registrations.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import type { MessagingService, OwnedNumber, TwilioWorld } from './world.ts'

const SETTINGS = [
  'FriendlyName',
  'InboundRequestUrl',
  'InboundMethod',
  'FallbackUrl',
  'FallbackMethod',
  'StatusCallback',
  'StickySender',
  'MmsConverter',
  'SmartEncoding',
  'ScanMessageContent',
  'FallbackToLongCode',
  'AreaCodeGeomatch',
  'ValidityPeriod',
  'SynchronousValidation',
  'Usecase',
  'UseInboundWebhookOnNumber',
] as const

/** `messaging.twilio.com/v1/Services` and the numbers in each. */
export const serviceRoutes = (world: TwilioWorld) => {
  const shape = (service: MessagingService) => serviceShape(world, service)
  return new Hono()
    .post('/Services', async (c) => {
      const form = await strictForm(c, SETTINGS)
      if (!oneValue(form, 'FriendlyName')) throw new TwilioRefusal(20422, 'FriendlyName')
      const at = world.now()
      const service: MessagingService = { sid: world.newSid('MG'), createdAt: at, updatedAt: at, settings: {}, numberSids: [] }
      world.services.set(service.sid, service)
      return c.json(shape(changeService(service, form, at)), 201)
    })
    .get('/Services', (c) => metaListAnswer(c, 'services', strictQuery(c, PAGE_PARAMS), [...world.services.values()], shape))
    .get('/Services/:sid', (c) => c.json(shape(serviceNamed(c, world))))
    .post('/Services/:sid', async (c) => {
      const form = await strictForm(c, SETTINGS)
      return c.json(shape(changeService(serviceNamed(c, world), form, world.now())))
    })
    .delete('/Services/:sid', (c) => {
      world.services.delete(serviceNamed(c, world).sid)
      return c.body(null, 204)
    })
    .post('/Services/:sid/PhoneNumbers', async (c) => {
      const form = await strictForm(c, ['PhoneNumberSid'])
      return c.json(serviceNumberShape(world, c.req.param('sid'), addToService(world, serviceNamed(c, world), form)), 201)
    })
    .get('/Services/:sid/PhoneNumbers', (c) => {
      const service = serviceNamed(c, world)
      const numbers = service.numberSids.flatMap((sid) => world.numbers.get(sid) ?? [])
      return metaListAnswer(c, 'phone_numbers', strictQuery(c, PAGE_PARAMS), numbers, (owned) =>
        serviceNumberShape(world, service.sid, owned),
      )
    })
    .get('/Services/:sid/PhoneNumbers/:number', (c) => {
      const service = serviceNamed(c, world)
      return c.json(serviceNumberShape(world, service.sid, numberInService(c, world, service)))
    })
    .delete('/Services/:sid/PhoneNumbers/:number', (c) => {
      const service = serviceNamed(c, world)
      const owned = numberInService(c, world, service)
      service.numberSids = service.numberSids.filter((sid) => sid !== owned.sid)
      return c.body(null, 204)
    })
}

/** The service that the path names; refuses with 20404 when there is none. */
export function serviceNamed(c: Context, world: TwilioWorld): MessagingService {
  const service = world.services.get(c.req.param('sid') ?? '')
  if (!service) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return service
}

function numberInService(c: Context, world: TwilioWorld, service: MessagingService): OwnedNumber {
  const owned = world.numbers.get(c.req.param('number') ?? '')
  if (!owned || !service.numberSids.includes(owned.sid)) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return owned
}

function addToService(world: TwilioWorld, service: MessagingService, form: FormValues): OwnedNumber {
  const owned = world.numbers.get(oneValue(form, 'PhoneNumberSid') ?? '')
  if (!owned) throw new TwilioRefusal(20404, 'PhoneNumberSid')
  const taken = [...world.services.values()].some((other) => other.numberSids.includes(owned.sid))
  if (taken) throw new TwilioRefusal(21710)
  service.numberSids.push(owned.sid)
  return owned
}

function changeService(service: MessagingService, form: FormValues, at: number): MessagingService {
  for (const name of SETTINGS) {
    const value = oneValue(form, name)
    if (value !== undefined) service.settings[name] = value
  }
  service.updatedAt = at
  return service
}

function serviceShape(world: TwilioWorld, service: MessagingService) {
  const { settings } = service
  const url = `https://messaging.twilio.com/v1/Services/${service.sid}`
  const isOn = (name: string, unset: boolean) => (settings[name] ?? String(unset)) === 'true'
  return {
    account_sid: world.accountSid,
    sid: service.sid,
    friendly_name: settings.FriendlyName ?? '',
    date_created: isoSeconds(service.createdAt),
    date_updated: isoSeconds(service.updatedAt),
    inbound_request_url: settings.InboundRequestUrl || null,
    inbound_method: settings.InboundMethod ?? 'POST',
    fallback_url: settings.FallbackUrl || null,
    fallback_method: settings.FallbackMethod ?? 'POST',
    status_callback: settings.StatusCallback || null,
    sticky_sender: isOn('StickySender', true),
    mms_converter: isOn('MmsConverter', true),
    smart_encoding: isOn('SmartEncoding', true),
    scan_message_content: settings.ScanMessageContent ?? 'inherit',
    fallback_to_long_code: isOn('FallbackToLongCode', true),
    area_code_geomatch: isOn('AreaCodeGeomatch', true),
    synchronous_validation: isOn('SynchronousValidation', false),
    validity_period: Number(settings.ValidityPeriod ?? 36_000),
    usecase: settings.Usecase ?? 'undeclared',
    us_app_to_person_registered: world.registrations.get(service.sid)?.campaign_status === 'VERIFIED',
    use_inbound_webhook_on_number: isOn('UseInboundWebhookOnNumber', false),
    url,
    links: {
      phone_numbers: `${url}/PhoneNumbers`,
      short_codes: `${url}/ShortCodes`,
      alpha_senders: `${url}/AlphaSenders`,
      messages: `${url}/Messages`,
      us_app_to_person: `${url}/Compliance/Usa2p`,
      us_app_to_person_usecases: `${url}/Compliance/Usa2p/Usecases`,
    },
  }
}

const serviceNumberShape = (world: TwilioWorld, serviceSid: string, owned: OwnedNumber) => ({
  account_sid: world.accountSid,
  service_sid: serviceSid,
  sid: owned.sid,
  date_created: isoSeconds(owned.createdAt),
  date_updated: isoSeconds(owned.updatedAt),
  phone_number: owned.phoneNumber,
  country_code: 'US',
  capabilities: ['SMS', 'MMS', 'Voice'],
  url: `https://messaging.twilio.com/v1/Services/${serviceSid}/PhoneNumbers/${owned.sid}`,
})
