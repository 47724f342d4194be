import { type FormValues, oneValue } from '../wire/form.ts'

type Place = { locality: string; region: string; postalCode: string; latitude: string; longitude: string; lata: string }

const place = (locality: string, region: string, postalCode: string, latitude: string, longitude: string, lata: string): Place => ({
  locality,
  region,
  postalCode,
  latitude,
  longitude,
  lata,
})

const PLACES: Record<string, Place> = {
  '206': place('Seattle', 'WA', '98101', '47.610000', '-122.330000', '674'),
  '212': place('New York', 'NY', '10001', '40.750000', '-73.990000', '132'),
  '303': place('Denver', 'CO', '80202', '39.750000', '-104.990000', '656'),
  '305': place('Miami', 'FL', '33130', '25.770000', '-80.200000', '460'),
  '312': place('Chicago', 'IL', '60601', '41.880000', '-87.620000', '358'),
  '415': place('San Francisco', 'CA', '94103', '37.770000', '-122.410000', '722'),
  '503': place('Portland', 'OR', '97204', '45.520000', '-122.670000', '672'),
  '512': place('Austin', 'TX', '78701', '30.270000', '-97.740000', '558'),
  '602': place('Phoenix', 'AZ', '85004', '33.450000', '-112.070000', '666'),
  '617': place('Boston', 'MA', '02108', '42.360000', '-71.060000', '128'),
  '737': place('Austin', 'TX', '78704', '30.250000', '-97.750000', '558'),
  '808': place('Hilo', 'HI', '96720', '19.720000', '-155.090000', '834'),
}

export type AvailableNumber = { phoneNumber: string; place: Place | undefined }

/** Area codes that exist; N11 and 555 are given to nobody. */
export const isAreaCode = (areaCode: string): boolean => /^[2-9]\d\d$/.test(areaCode) && !/^(?:.11|555)$/.test(areaCode)

/** The numbers for sale in one area code: always the same forty, in the range of made-up 555 numbers. */
export function poolOf(areaCode: string): AvailableNumber[] {
  if (!isAreaCode(areaCode)) return []
  return Array.from({ length: 40 }, (_, index) => ({
    phoneNumber: `+1${areaCode}555${String(200 + ((index * 37 + Number(areaCode)) % 100)).padStart(4, '0')}`,
    place: PLACES[areaCode],
  }))
}

/** The numbers that fit a search, before those that are sold are taken out. */
export function searchPool(query: FormValues): AvailableNumber[] {
  const areaCode = oneValue(query, 'AreaCode')
  const pool = (areaCode === undefined ? Object.keys(PLACES) : [areaCode]).flatMap(poolOf)
  const fits = [
    contains(oneValue(query, 'Contains')),
    sameText(oneValue(query, 'InRegion'), (found) => found?.region),
    sameText(oneValue(query, 'InLocality'), (found) => found?.locality),
    sameText(oneValue(query, 'InPostalCode'), (found) => found?.postalCode),
  ]
  // None of them takes faxes.
  return oneValue(query, 'FaxEnabled') === 'true' ? [] : pool.filter((number) => fits.every((fit) => fit(number)))
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
