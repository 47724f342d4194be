import { type Context, Hono } from 'hono'
import { allValues, type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { metaListAnswer, PAGE_PARAMS } from './paging.ts'
import { isoSeconds, type RegistrationStatus, reviewByClock, setCampaignStatus } from './registrations.ts'
import { serviceNamed } from './service-routes.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import type { Registration, TwilioWorld } from './world.ts'

const CAMPAIGN_PARAMS = [
  'BrandRegistrationSid',
  'Description',
  'MessageFlow',
  'MessageSamples',
  'UsAppToPersonUsecase',
  'HasEmbeddedLinks',
  'HasEmbeddedPhone',
  'OptInMessage',
  'OptOutMessage',
  'HelpMessage',
  'OptInKeywords',
  'OptOutKeywords',
  'HelpKeywords',
  'SubscriberOptIn',
  'AgeGated',
  'DirectLending',
  'PrivacyPolicyUrl',
  'TermsAndConditionsUrl',
] as const

/** The texting registration (US A2P campaign) of each messaging service; one campaign at most. */
export const registrationRoutes = (world: TwilioWorld) =>
  new Hono()
    .use(async (_, next) => {
      reviewByClock(world)
      return next()
    })
    .post('/Services/:sid/Compliance/Usa2p', async (c) => {
      const service = serviceNamed(c, world)
      const form = await strictForm(c, CAMPAIGN_PARAMS)
      if (world.registrations.has(service.sid)) throw new TwilioRefusal(20409, 'the Messaging Service has a campaign')
      checkCampaign(world, form)
      const campaign = newCampaign(world, service.sid, form)
      world.registrations.set(service.sid, campaign)
      return c.json(campaign, 201)
    })
    .get('/Services/:sid/Compliance/Usa2p', (c) => {
      const campaign = world.registrations.get(serviceNamed(c, world).sid)
      return metaListAnswer(c, 'compliance', strictQuery(c, PAGE_PARAMS), campaign ? [campaign] : [], (one) => one)
    })
    .get('/Services/:sid/Compliance/Usa2p/:campaign', (c) => c.json(campaignNamed(c, world)))
    .delete('/Services/:sid/Compliance/Usa2p/:campaign', (c) => {
      campaignNamed(c, world)
      world.registrations.delete(c.req.param('sid'))
      return c.body(null, 204)
    })

function campaignNamed(c: Context, world: TwilioWorld): Registration {
  const campaign = world.registrations.get(serviceNamed(c, world).sid)
  if (!campaign || campaign.sid !== c.req.param('campaign')) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return campaign
}

/** Sets how the registration of one service stands, as Twilio's reviewers would; makes one if there is none. */
export function setRegistration(world: TwilioWorld, serviceSid: string, status: RegistrationStatus, reason?: string): void {
  const campaign = world.registrations.get(serviceSid) ?? newCampaign(world, serviceSid, {})
  world.registrations.set(serviceSid, campaign)
  setCampaignStatus(world, campaign, status, reason)
}

const LENGTHS: [name: string, least: number, most: number][] = [
  ['Description', 40, 4096],
  ['MessageFlow', 40, 2048],
  ['MessageSamples', 20, 1024],
]

/** The brand is approved first; texts are as long as the carriers want them. */
function checkCampaign(world: TwilioWorld, form: FormValues): void {
  const brandSid = oneValue(form, 'BrandRegistrationSid') ?? ''
  const brand = world.brands.get(brandSid)
  if (!/^BN[0-9a-f]{32}$/i.test(brandSid) || (brand && brand.status !== 'APPROVED')) throw new TwilioRefusal(20422, 'BrandRegistrationSid')
  for (const [name, least, most] of LENGTHS) {
    const texts = allValues(form, name)
    if (texts.length === 0 || texts.some((text) => text.length < least || text.length > most)) throw new TwilioRefusal(20422, name)
  }
  const samples = allValues(form, 'MessageSamples').length
  if (samples < 2 || samples > 5) throw new TwilioRefusal(20422, 'MessageSamples')
}

/** A campaign that waits for its review. */
export function newCampaign(world: TwilioWorld, serviceSid: string, form: FormValues): Registration {
  const sid = world.newSid('QE')
  const text = (name: string) => oneValue(form, name) ?? null
  const isOn = (name: string) => oneValue(form, name) === 'true'
  return {
    sid,
    account_sid: world.accountSid,
    brand_registration_sid: text('BrandRegistrationSid'),
    messaging_service_sid: serviceSid,
    description: text('Description'),
    message_samples: allValues(form, 'MessageSamples'),
    us_app_to_person_usecase: text('UsAppToPersonUsecase'),
    has_embedded_links: isOn('HasEmbeddedLinks'),
    has_embedded_phone: isOn('HasEmbeddedPhone'),
    subscriber_opt_in: isOn('SubscriberOptIn'),
    age_gated: isOn('AgeGated'),
    direct_lending: isOn('DirectLending'),
    campaign_status: 'IN_PROGRESS',
    campaign_id: null,
    is_externally_registered: false,
    rate_limits: null,
    message_flow: text('MessageFlow'),
    opt_in_message: text('OptInMessage'),
    opt_out_message: text('OptOutMessage'),
    help_message: text('HelpMessage'),
    opt_in_keywords: allValues(form, 'OptInKeywords'),
    opt_out_keywords: allValues(form, 'OptOutKeywords'),
    help_keywords: allValues(form, 'HelpKeywords'),
    date_created: isoSeconds(world.now()),
    date_updated: isoSeconds(world.now()),
    url: `https://messaging.twilio.com/v1/Services/${serviceSid}/Compliance/Usa2p/${sid}`,
    mock: false,
    errors: [],
  }
}
