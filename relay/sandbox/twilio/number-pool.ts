import { type FormValues, oneValue } from '../wire/form.ts'
import { degreesOf, isTollFree, localAreaCodes, milesBetween, type Place, placesOf, TOLL_FREE_CODES } from './places.ts'

export type AvailableNumber = { phoneNumber: string; place: Place | undefined; needsAddress: boolean }

/** What is not for sale any more: whole area codes, and numbers somebody else bought. */
export type SoldNumbers = { areaCodes: Set<string>; phoneNumbers: Set<string> }

/** Area codes that exist; N11 and 555 are given to nobody. */
export const isAreaCode = (areaCode: string): boolean => /^[2-9]\d\d$/.test(areaCode) && !/^(?:.11|555)$/.test(areaCode)

const POOL_SIZE = 40

/** The numbers of one area code: always the same forty, in the range of made-up 555 numbers. None where nobody lives. */
export function poolOf(areaCode: string): AvailableNumber[] {
  const places = placesOf(areaCode)
  if (places.length === 0 && !TOLL_FREE_CODES.includes(areaCode)) return []
  return Array.from({ length: POOL_SIZE }, (_, index) => {
    const phoneNumber = `+1${areaCode}555${String(200 + ((index * 37 + Number(areaCode)) % 100)).padStart(4, '0')}`
    // Some places sell numbers only to whoever has an address there.
    return { phoneNumber, place: places[index % places.length], needsAddress: places.length > 0 && phoneNumber.endsWith('9') }
  })
}

/** Those of them that nobody has bought. */
export const forSale = (sold: SoldNumbers, areaCode: string): AvailableNumber[] =>
  sold.areaCodes.has(areaCode) ? [] : poolOf(areaCode).filter(({ phoneNumber }) => !sold.phoneNumbers.has(phoneNumber))

/** The numbers that fit a search; with a place to be near to, the nearest first. */
export function searchPool(sold: SoldNumbers, kind: 'local' | 'tollFree', query: FormValues): AvailableNumber[] {
  const areaCode = oneValue(query, 'AreaCode')
  const codes = (kind === 'local' ? localAreaCodes() : TOLL_FREE_CODES).filter((code) => areaCode === undefined || code === areaCode)
  const centre = centreOf(query)
  const fits = [
    contains(oneValue(query, 'Contains')),
    sameText(oneValue(query, 'InRegion'), (found) => found?.region),
    sameText(oneValue(query, 'InLocality'), (found) => found?.locality),
    sameText(oneValue(query, 'InPostalCode'), (found) => found?.postalCode),
    sameText(oneValue(query, 'InLata'), (found) => found?.lata),
    sameText(oneValue(query, 'InRateCenter'), (found) => found?.locality),
    near(centre, Number(oneValue(query, 'Distance') ?? 25)),
    withoutAddress(query),
  ]
  // None of them takes faxes.
  if (oneValue(query, 'FaxEnabled') === 'true' || centre === 'nowhere') return []
  const found = codes.flatMap((code) => forSale(sold, code)).filter((number) => fits.every((fit) => fit(number)))
  return centre ? found.toSorted((one, other) => milesFrom(centre, one) - milesFrom(centre, other)) : found
}

type Centre = [number, number] | 'nowhere' | null

function centreOf(query: FormValues): Centre {
  const latLong = oneValue(query, 'NearLatLong')
  if (latLong !== undefined) return latLong.split(',').map(Number) as [number, number]
  const number = oneValue(query, 'NearNumber')
  if (number === undefined) return null
  const [place] = isTollFree(number) ? [] : placesOf(number.slice(2, 5))
  return place ? degreesOf(place) : 'nowhere'
}

const milesFrom = (centre: [number, number], { place }: AvailableNumber): number =>
  place ? milesBetween(centre, degreesOf(place)) : Number.POSITIVE_INFINITY

const near =
  (centre: Centre, miles: number) =>
  (number: AvailableNumber): boolean =>
    centre === null || (centre !== 'nowhere' && milesFrom(centre, number) <= Math.min(miles, 500))

function withoutAddress(query: FormValues): (number: AvailableNumber) => boolean {
  const isOn = ['ExcludeAllAddressRequired', 'ExcludeLocalAddressRequired'].some((name) => oneValue(query, name) === 'true')
  return (number) => !isOn || !number.needsAddress
}

const sameText =
  (wanted: string | undefined, read: (place: Place | undefined) => string | undefined) =>
  (number: AvailableNumber): boolean =>
    wanted === undefined || read(number.place)?.toLowerCase() === wanted.toLowerCase()

const KEYPAD = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']

// `*` is any digit, `%` any digits, `+` the start, `$` the end, a letter its key.
function contains(pattern: string | undefined): (number: AvailableNumber) => boolean {
  if (pattern === undefined) return () => true
  const expression = [...pattern.toLowerCase()].map((sign) => {
    if (sign === '*') return '\\d'
    if (sign === '%') return '\\d*'
    if (sign === '+') return '^\\+'
    if (sign === '$') return '$'
    const key = KEYPAD.findIndex((letters) => letters.includes(sign))
    return key >= 0 ? String(key + 2) : sign.replace(/\D/, '')
  })
  const wanted = new RegExp(expression.join(''))
  return (number) => wanted.test(number.phoneNumber)
}
