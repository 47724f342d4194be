import { Hono } from 'hono'
import { allValues, type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { metaListAnswer, PAGE_PARAMS } from './paging.ts'
import { isoSeconds, serviceNamed } from './service-routes.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import type { TwilioWorld } from './world.ts'

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

export type RegistrationStatus = 'PENDING' | 'IN_PROGRESS' | 'VERIFIED' | 'FAILED'

/** The texting registration (US A2P campaign) of each messaging service; one campaign at most. */
export const registrationRoutes = (world: TwilioWorld) =>
  new Hono()
    .post('/Services/:sid/Compliance/Usa2p', async (c) => {
      const service = serviceNamed(c, world)
      const campaign = newCampaign(world, service.sid, await strictForm(c, CAMPAIGN_PARAMS))
      world.registrations.set(service.sid, campaign)
      return c.json(campaign, 201)
    })
    .get('/Services/:sid/Compliance/Usa2p', (c) => {
      const campaign = world.registrations.get(serviceNamed(c, world).sid)
      const all = campaign ? [{ sid: String(campaign.sid), campaign }] : []
      return metaListAnswer(c, 'compliance', strictQuery(c, PAGE_PARAMS), all, (entry) => entry.campaign)
    })
    .get('/Services/:sid/Compliance/Usa2p/:campaign', (c) => {
      const campaign = world.registrations.get(serviceNamed(c, world).sid)
      if (campaign?.sid !== c.req.param('campaign')) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
      return c.json(campaign)
    })

/** Sets how the registration of one service stands, as Twilio's reviewers would; makes one if there is none. */
export function setRegistration(world: TwilioWorld, serviceSid: string, status: RegistrationStatus): void {
  const campaign = world.registrations.get(serviceSid) ?? newCampaign(world, serviceSid, {})
  world.registrations.set(serviceSid, { ...campaign, campaign_status: status, date_updated: isoSeconds(world.now()) })
}

function newCampaign(world: TwilioWorld, serviceSid: string, form: FormValues): Record<string, unknown> {
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
