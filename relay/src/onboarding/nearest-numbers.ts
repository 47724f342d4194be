import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { NumberSearch } from '../ports/number-supplier.ts'

export type WantedNumbers = {
  kind: 'local' | 'toll_free'
  areaCode?: string | undefined
  locality?: string | undefined
  region?: string | undefined
  contains?: string | undefined
}
/** What else is looked for, and how staff are told. */
export type Alternative = { search: Omit<NumberSearch, 'limit'>; near: string }

const MILES = [25, 100, 300]

/** What is looked for, in this order, when there is no number as wanted. `practice` is the practice's own number. */
export function alternativesTo(wanted: WantedNumbers, practice: PhoneNumber): Alternative[] {
  const { kind, contains, ...place } = wanted
  if (kind === 'toll_free') return tollFree(wanted)
  const where = placeOf(place)
  const missing = contains === undefined ? `No number${where} now.` : `No number with ${contains}${where} now.`
  const same = contains !== undefined && where !== '' ? [{ search: { kind, ...place }, near: `${missing} These are${where}.` }] : []
  const inRegion =
    place.locality !== undefined && place.region !== undefined
      ? [{ search: { kind, region: place.region }, near: `${missing} These are in ${place.region.toUpperCase()}.` }]
      : []
  const centre = centreOf(place, practice)
  return [
    ...same,
    ...inRegion,
    ...MILES.map((miles) => ({
      search: { kind, near: { phoneNumber: centre, miles } },
      near: `${missing} These are within ${miles} miles${place.areaCode === undefined ? ' of the practice' : ''}.`,
    })),
  ]
}

function tollFree({ kind, areaCode, contains }: WantedNumbers): Alternative[] {
  if (areaCode === undefined && contains === undefined) return []
  const other = { search: { kind }, near: 'No such toll-free number now. These are other toll-free numbers.' }
  if (areaCode === undefined || contains === undefined) return [other]
  return [{ search: { kind, areaCode }, near: `No toll-free number with ${contains} in ${areaCode} now. These are in ${areaCode}.` }, other]
}

function placeOf({ areaCode, locality, region }: Pick<WantedNumbers, 'areaCode' | 'locality' | 'region'>): string {
  const names = [areaCode, locality, region?.toUpperCase()].filter((name) => name !== undefined)
  return names.length > 0 ? ` in ${names.join(', ')}` : ''
}

/** A number of the area code that was asked for; only its first digits say where it is. */
function centreOf({ areaCode }: Pick<WantedNumbers, 'areaCode'>, practice: PhoneNumber): PhoneNumber {
  if (areaCode === undefined || practice.startsWith(`+1${areaCode}`)) return practice
  return `+1${areaCode}2000000` as PhoneNumber
}
