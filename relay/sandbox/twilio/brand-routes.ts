import { type Context, Hono } from 'hono'
import { type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { metaListAnswer, PAGE_PARAMS } from './paging.ts'
import { isoSeconds, reviewByClock } from './registrations.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import type { Registration, TwilioWorld } from './world.ts'

const BRAND_PARAMS = ['CustomerProfileBundleSid', 'A2PProfileBundleSid', 'BrandType', 'Mock', 'SkipAutomaticSecVet'] as const
const BUNDLE = /^BU[0-9a-f]{32}$/i

/** `v1/a2p/BrandRegistrations`: who stands behind texts. */
export const brandRoutes = (world: TwilioWorld) =>
  new Hono()
    .use(async (_, next) => {
      reviewByClock(world)
      return next()
    })
    .post('/a2p/BrandRegistrations', async (c) => {
      const brand = newBrand(world, await strictForm(c, BRAND_PARAMS))
      world.brands.set(brand.sid, brand)
      return c.json(brand, 201)
    })
    .get('/a2p/BrandRegistrations', (c) =>
      metaListAnswer(c, 'data', strictQuery(c, PAGE_PARAMS), [...world.brands.values()].toReversed(), (brand) => brand),
    )
    .get('/a2p/BrandRegistrations/:sid', (c) => c.json(brandNamed(c, world)))
    // Sending it in once more, after the profile was put right.
    .post('/a2p/BrandRegistrations/:sid', (c) => {
      const brand = brandNamed(c, world)
      const at = isoSeconds(world.now())
      Object.assign(brand, { status: 'PENDING', failure_reason: null, errors: [], brand_feedback: [], date_created: at, date_updated: at })
      return c.json(brand, 202)
    })

function brandNamed(c: Context, world: TwilioWorld): Registration {
  const brand = world.brands.get(c.req.param('sid') ?? '')
  if (!brand) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return brand
}

/** A brand that waits for its review. */
export function newBrand(world: TwilioWorld, form: FormValues): Registration {
  const profile = oneValue(form, 'CustomerProfileBundleSid') ?? ''
  const a2p = oneValue(form, 'A2PProfileBundleSid') ?? ''
  if (!BUNDLE.test(profile)) throw new TwilioRefusal(20422, 'CustomerProfileBundleSid')
  if (!BUNDLE.test(a2p)) throw new TwilioRefusal(20422, 'A2PProfileBundleSid')
  const sid = world.newSid('BN')
  const url = `https://messaging.twilio.com/v1/a2p/BrandRegistrations/${sid}`
  return {
    sid,
    account_sid: world.accountSid,
    customer_profile_bundle_sid: profile,
    a2p_profile_bundle_sid: a2p,
    date_created: isoSeconds(world.now()),
    date_updated: isoSeconds(world.now()),
    brand_type: oneValue(form, 'BrandType') ?? 'STANDARD',
    status: 'PENDING',
    tcr_id: null,
    failure_reason: null,
    errors: [],
    url,
    brand_score: null,
    brand_feedback: [],
    identity_status: 'SELF_DECLARED',
    russell_3000: false,
    government_entity: false,
    tax_exempt_status: null,
    skip_automatic_sec_vet: oneValue(form, 'SkipAutomaticSecVet') === 'true',
    mock: oneValue(form, 'Mock') === 'true',
    links: { brand_registration_otps: `${url}/SmsOtp`, brand_vettings: `${url}/Vettings` },
  }
}
