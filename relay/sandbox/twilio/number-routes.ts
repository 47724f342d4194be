import { type Context, Hono } from 'hono'
import { type FormValues, oneValue } from '../wire/form.ts'
import { checkAccount } from './account-state.ts'
import { TwilioRefusal } from './api-errors.ts'
import { type AvailableNumber, forSale, isAreaCode, searchPool } from './number-pool.ts'
import { addNumber } from './owned-numbers.ts'
import { listAnswer, PAGE_PARAMS } from './paging.ts'
import { friendlyNumber, numberShape } from './shapes.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import { dropNumber, type OwnedNumber, ownedNumber, type TwilioWorld } from './world.ts'

const SETTINGS = [
  'ApiVersion',
  'FriendlyName',
  'SmsApplicationSid',
  'SmsFallbackMethod',
  'SmsFallbackUrl',
  'SmsMethod',
  'SmsUrl',
  'StatusCallback',
  'StatusCallbackMethod',
  'VoiceApplicationSid',
  'VoiceCallerIdLookup',
  'VoiceFallbackMethod',
  'VoiceFallbackUrl',
  'VoiceMethod',
  'VoiceUrl',
  'EmergencyStatus',
  'EmergencyAddressSid',
  'TrunkSid',
  'IdentitySid',
  'AddressSid',
  'VoiceReceiveMode',
  'BundleSid',
] as const

const SEARCH_PARAMS = [
  'AreaCode',
  'Contains',
  'SmsEnabled',
  'MmsEnabled',
  'VoiceEnabled',
  'ExcludeAllAddressRequired',
  'ExcludeLocalAddressRequired',
  'ExcludeForeignAddressRequired',
  'Beta',
  'NearNumber',
  'NearLatLong',
  'Distance',
  'InPostalCode',
  'InRegion',
  'InRateCenter',
  'InLata',
  'InLocality',
  'FaxEnabled',
  ...PAGE_PARAMS,
] as const

/** `IncomingPhoneNumbers` and `AvailablePhoneNumbers`. */
export const numberRoutes = (world: TwilioWorld) => {
  const shape = (owned: OwnedNumber) => numberShape(world.accountSid, owned)
  return new Hono()
    .post('/IncomingPhoneNumbers.json', async (c) => {
      const form = await strictForm(c, ['PhoneNumber', 'AreaCode', ...SETTINGS])
      return c.json(shape(buyNumber(world, form)), 201)
    })
    .get('/IncomingPhoneNumbers.json', (c) => {
      const query = strictQuery(c, ['Beta', 'FriendlyName', 'PhoneNumber', 'Origin', ...PAGE_PARAMS])
      return listAnswer(c, 'incoming_phone_numbers', query, ownedMatching(world, query), shape)
    })
    .get('/IncomingPhoneNumbers/:file', (c) => c.json(shape(numberOf(c, world))))
    .post('/IncomingPhoneNumbers/:file', async (c) => {
      const form = await strictForm(c, ['AccountSid', ...SETTINGS])
      const owned = numberOf(c, world)
      checkFallbacks({ ...owned.settings, ...form })
      applySettings(owned, form, world.now())
      return c.json(shape(owned))
    })
    .delete('/IncomingPhoneNumbers/:file', (c) => {
      dropNumber(world, numberOf(c, world))
      return c.body(null, 204)
    })
    .get('/AvailablePhoneNumbers/US/Local.json', (c) => searchAnswer(c, world, 'local'))
    .get('/AvailablePhoneNumbers/US/TollFree.json', (c) => searchAnswer(c, world, 'tollFree'))
}

function searchAnswer(c: Context, world: TwilioWorld, kind: 'local' | 'tollFree') {
  const query = strictQuery(c, SEARCH_PARAMS)
  const pageSize = Math.min(Number(oneValue(query, 'PageSize') ?? 50) || 50, 50)
  const free = searchPool(world.sold, kind, query).filter(({ phoneNumber }) => !ownedNumber(world, phoneNumber))
  return c.json({
    available_phone_numbers: free.slice(0, pageSize).map(availableShape),
    uri: new URL(c.req.url).pathname.replace(/^.*?\/api\.twilio\.com/, ''),
  })
}

function numberOf(c: Context, world: TwilioWorld): OwnedNumber {
  const owned = world.numbers.get((c.req.param('file') ?? '').replace(/\.json$/, ''))
  if (!owned) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return owned
}

function buyNumber(world: TwilioWorld, form: FormValues): OwnedNumber {
  const phoneNumber = numberToBuy(world, form)
  checkFallbacks(form)
  const friendlyName = oneValue(form, 'FriendlyName')
  if (friendlyName !== undefined && friendlyName.length > 64) throw new TwilioRefusal(20422, 'FriendlyName')
  checkAccount(world, 'purchase')
  const owned = addNumber(world, { phoneNumber, needsRegistration: true })
  applySettings(owned, form, owned.createdAt)
  return owned
}

function checkFallbacks(form: FormValues): void {
  if (oneValue(form, 'VoiceFallbackUrl') && !oneValue(form, 'VoiceUrl')) throw new TwilioRefusal(21405)
  if (oneValue(form, 'SmsFallbackUrl') && !oneValue(form, 'SmsUrl')) throw new TwilioRefusal(21406)
}

function numberToBuy(world: TwilioWorld, form: FormValues): string {
  const phoneNumber = oneValue(form, 'PhoneNumber')
  const areaCode = oneValue(form, 'AreaCode')
  const isFree = (candidate: string) => !ownedNumber(world, candidate)
  if (phoneNumber !== undefined) {
    if (!/^\+1\d{10}$/.test(phoneNumber)) throw new TwilioRefusal(21421, phoneNumber)
    const offered = forSale(world.sold, phoneNumber.slice(2, 5)).find((available) => available.phoneNumber === phoneNumber)
    if (!offered || !isFree(phoneNumber)) throw new TwilioRefusal(21422, phoneNumber)
    if (offered.needsAddress && !oneValue(form, 'AddressSid')) throw new TwilioRefusal(21631)
    return phoneNumber
  }
  if (areaCode === undefined) throw new TwilioRefusal(20422, 'PhoneNumber or AreaCode is required')
  if (!isAreaCode(areaCode)) throw new TwilioRefusal(21451, areaCode)
  const first = forSale(world.sold, areaCode).find((available) => isFree(available.phoneNumber) && !available.needsAddress)
  if (!first) throw new TwilioRefusal(21452, areaCode)
  return first.phoneNumber
}

function applySettings(owned: OwnedNumber, form: FormValues, at: number): void {
  for (const name of SETTINGS) {
    const value = oneValue(form, name)
    if (value !== undefined) owned.settings[name] = value
  }
  owned.friendlyName = oneValue(form, 'FriendlyName') ?? owned.friendlyName
  owned.updatedAt = at
}

/** Exact number or a pattern with `*`, exact friendly name; newest first. */
function ownedMatching(world: TwilioWorld, query: FormValues): OwnedNumber[] {
  const wanted = oneValue(query, 'PhoneNumber')?.replace(/[^\d*]/g, '')
  const pattern = wanted === undefined ? /^/ : new RegExp(wanted.includes('*') ? wanted.replaceAll('*', '\\d*') : `^${wanted}$`)
  const friendlyName = oneValue(query, 'FriendlyName')
  return [...world.numbers.values()]
    .filter((owned) => pattern.test(owned.phoneNumber.slice(1)))
    .filter((owned) => friendlyName === undefined || owned.friendlyName === friendlyName)
    .toReversed()
}

const availableShape = ({ phoneNumber, place, needsAddress }: AvailableNumber) => ({
  address_requirements: needsAddress ? 'any' : 'none',
  beta: false,
  // The live search spells these keys in capitals although its description does not.
  capabilities: { voice: true, SMS: true, MMS: true },
  friendly_name: friendlyNumber(phoneNumber),
  iso_country: 'US',
  lata: place?.lata ?? null,
  // Text, although the description says number.
  latitude: place?.latitude ?? null,
  longitude: place?.longitude ?? null,
  locality: place?.locality ?? null,
  phone_number: phoneNumber,
  postal_code: place?.postalCode ?? null,
  rate_center: place?.locality.toUpperCase() ?? null,
  region: place?.region ?? null,
})
