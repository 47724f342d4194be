import type { DemoPerson } from './demo-people.ts'

const FIRST =
  'Barbara Calvin Denise Edgar Fiona Gordon Heather Ian Julia Keith Laura Martin Nadia Oscar Paula Quentin Rachel Scott Tanya Ursula Vincent Wendy Xavier Yvonne Zachary'.split(
    ' ',
  )
const LAST =
  'Baker Castillo Dawson Ellison Foster Grant Hobbs Ingram Jensen Keller Lowe Maddox Nash Okafor Parrish Quigley Rowland Sutton Thorne Underwood Vaughn Wilder Yates Zamora'.split(
    ' ',
  )
const SPANISH = new Set(['Castillo', 'Zamora'])
const AREA_CODES = ['737', '254']
const EVERY_CHILD = 5
const EVERY_NEWCOMER = 14

/** The practice's other patients, so that nobody has to come twice in a fortnight: every fifth is a child on a parent's number. Ages
 *  follow `year`, so that there are always children. */
export function regularPeople(count: number, year: number): DemoPerson[] {
  const people: DemoPerson[] = []
  for (let at = 0; at < count; at++) {
    const parent = people[at - 1]
    const isChild = at % EVERY_CHILD === EVERY_CHILD - 1
    const birthDate = dateIn(isChild ? year - 5 - (at % 7) : year - 24 - ((at * 7) % 52), at)
    const firstName = FIRST[(at * 7) % FIRST.length]!
    if (isChild && parent) {
      people.push({ ...parent, firstName, birthDate, guardian: parent.firstName, isNew: false })
      continue
    }
    const lastName = LAST[(at + Math.floor(at / FIRST.length)) % LAST.length]!
    const language = SPANISH.has(lastName) ? 'es' : 'en'
    people.push({ firstName, lastName, birthDate, phone: lineOf(at), language, isNew: at % EVERY_NEWCOMER === 3 })
  }
  return people
}

const dateIn = (year: number, at: number) => `${year}-${two(1 + (at % 12))}-${two(1 + ((at * 5) % 28))}`
const two = (number: number) => String(number).padStart(2, '0')
/** 555-0100 to 555-0199 belong to nobody, in every area code. */
const lineOf = (at: number) => `+1${AREA_CODES[Math.floor(at / 100)]}555${String(100 + (at % 100)).padStart(4, '0')}`
