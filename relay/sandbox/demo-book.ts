import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import {
  addDays,
  addMinutes,
  daysBetween,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
} from '@dentalanswer/shared/domain/practice-time.ts'
import { type Block, isWorkday, planDay, planThinDay, workdayFrom } from './demo-day.ts'
import { type DemoPerson, familyPeople, firstPeople, namedPeople } from './demo-people.ts'
import { type Random, seededRandom } from './demo-random.ts'
import { regularPeople } from './demo-regulars.ts'

/** A visit of the plan with everything but ids. `who` is a place in the list of people. */
export type PlannedVisit = Pick<
  Appointment,
  'startsAt' | 'endsAt' | 'releasedAt' | 'status' | 'confirmation' | 'confirmedAt' | 'note' | 'createdAt' | 'updatedAt'
> &
  Block & { who: number }

export type DemoBook = { people: DemoPerson[]; visits: PlannedVisit[] }

const REGULARS = 196
const FULL_DAYS_AHEAD = 5
const THIN_DAYS = 20
const THIN_VISITS = 6

/** The practice's whole book as somebody finds it at `at`: the working day before, today, five full working days and four thin weeks. */
export function planBook(setup: Setup, at: Instant): DemoBook {
  const zone = setup.practice.timeZone
  const today = localDateOf(at, zone)
  const people = [...familyPeople, ...namedPeople, ...regularPeople(REGULARS, Number(today.slice(0, 4))), ...firstPeople]
  const diary = new Diary(people)
  const visits: PlannedVisit[] = []
  const put = (block: Block, who: number | null) => {
    if (who !== null) visits.push(visitOf(setup, block, who, at))
  }
  const next = workdayFrom(today, 1)
  // Today and tomorrow take the people with names and notes, because those days are looked at.
  for (const date of fullDays(today)) {
    const family = date === next ? [0, 1] : []
    for (const block of planDay(setup, date, openOn(date, today, next))) {
      const ofFamily = block.typeName === 'Cleaning' ? family.shift() : undefined
      put(block, ofFamily === undefined ? diary.take(block) : diary.give(ofFamily, block))
      // The family is still to be asked.
      if (ofFamily !== undefined) Object.assign(visits.at(-1)!, { confirmation: 'unconfirmed', confirmedAt: null })
    }
  }
  const late = firstPeople.map((_, index) => people.length - firstPeople.length + index)
  for (const date of thinDays(today)) {
    for (const block of planThinDay(setup, date, isWorkday(date) ? THIN_VISITS : 3)) {
      const isLate = daysBetween(today, date) > 15 && (block.typeName === 'Cleaning' || block.typeName === 'Filling')
      const first = isLate ? late.shift() : undefined
      put(block, first === undefined ? diary.take(block, [today, next]) : diary.give(first, block))
    }
  }
  spoilOneVisit(visits, workdayFrom(today, -1))
  leaveSomeToAsk(visits, people, at)
  return { people, visits: visits.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)) }
}

function fullDays(today: LocalDate): LocalDate[] {
  const days = isWorkday(today) ? [today] : []
  let day = today
  for (let at = 0; at < FULL_DAYS_AHEAD; at++) {
    day = workdayFrom(day, 1)
    days.push(day)
  }
  return [...days, workdayFrom(today, -1)]
}

function thinDays(today: LocalDate): LocalDate[] {
  let first = today
  for (let at = 0; at < FULL_DAYS_AHEAD; at++) first = workdayFrom(first, 1)
  const days: LocalDate[] = isWorkday(today) ? [] : [today]
  for (let day = addDays(first, 1), left = THIN_DAYS; left > 0; day = addDays(day, 1)) {
    days.push(day)
    if (isWorkday(day)) left--
  }
  return days
}

/** Tomorrow is the fullest day; after it a caller always finds an hour with a hygienist. */
function openOn(date: LocalDate, today: LocalDate, next: LocalDate) {
  if (date === next) return { dentist: 0, hygienist: 1 }
  return date <= today ? { dentist: 1, hygienist: 3 } : { dentist: 2, hygienist: 4 }
}

/** Remembers who comes when, and gives a block to somebody it suits who has not come, and will not come, for the longest. */
class Diary {
  private readonly people: DemoPerson[]
  private readonly visits = new Map<number, LocalDate[]>()
  private readonly notBefore: number

  constructor(people: DemoPerson[]) {
    this.people = people
    this.notBefore = people.length - firstPeople.length
  }

  give(who: number, { date }: Block): number {
    this.visits.set(who, [...(this.visits.get(who) ?? []), date])
    return who
  }

  /** Whoever comes on a day to `spare` is left with that one visit, which then is the one a text of theirs means. */
  take(block: Block, spare: LocalDate[] = []): number | null {
    const isSpared = (who: number) => this.visits.get(who)?.some((date) => spare.includes(date)) ?? false
    const suited = this.people
      .map((_, who) => who)
      .filter((who) => who >= familyPeople.length && who < this.notBefore && !isSpared(who) && this.suits(who, block))
    const distance = (who: number) => Math.min(99, ...(this.visits.get(who) ?? []).map((date) => Math.abs(daysBetween(date, block.date))))
    const best = suited.reduce<number | null>((held, who) => (held === null || distance(who) > distance(held) ? who : held), null)
    return best === null || distance(best) < 3 ? null : this.give(best, block)
  }

  private suits(who: number, { typeName, date }: Block): boolean {
    const { birthDate, isNew } = this.people[who]!
    const isChild = addYears(birthDate, 13) > date
    if (isNew) return typeName === 'New patient exam' && !this.visits.has(who)
    if (typeName === 'New patient exam') return false
    return typeName === 'Child cleaning' ? isChild : !isChild || typeName === 'Cleaning'
  }
}

const addYears = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`

const NOTES = ['Bring the night guard.', 'Check the margin on 14.', 'Parent stays in the chair area.', 'Wants to talk about whitening.']

function visitOf(setup: Setup, block: Block, who: number, at: Instant): PlannedVisit {
  const random = seededRandom(`${block.date} ${block.minute} ${block.operatory.name}`)
  const type = setup.appointmentTypes.find((one) => one.name === block.typeName)!
  const startsAt = instantAt(block.date, block.minute, setup.practice.timeZone)
  const endsAt = addMinutes(startsAt, type.durationMinutes)
  const isOver = endsAt <= at
  const createdAt = addMinutes(startsAt < at ? startsAt : at, -Math.round((2 + random() * 40) * 1_440))
  const isConfirmed = isOver || startsAt <= at || random() < chanceOfConfirmation(at, startsAt)
  const confirmedAt = isConfirmed ? addMinutes(startsAt < at ? startsAt : at, -Math.round((2 + random() * 20) * 60)) : null
  return {
    ...block,
    who,
    startsAt,
    endsAt,
    releasedAt: addMinutes(endsAt, type.bufferMinutes),
    status: isOver ? 'completed' : 'booked',
    confirmation: isConfirmed ? 'confirmed' : 'unconfirmed',
    confirmedAt,
    note: noteOf(random),
    createdAt,
    updatedAt: confirmedAt ?? createdAt,
  }
}

const noteOf = (random: Random) => (random() < 0.12 ? NOTES[Math.floor(random() * NOTES.length)]! : '')

function chanceOfConfirmation(at: Instant, startsAt: Instant): number {
  const hours = (Date.parse(startsAt) - Date.parse(at)) / 3_600_000
  return hours < 12 ? 0.7 : hours < 48 ? 0.5 : 0.15
}

/** One person did not come the day before, and had not confirmed either. */
function spoilOneVisit(visits: PlannedVisit[], date: LocalDate): void {
  const missed = visits.find((visit) => visit.date === date && visit.typeName === 'Cleaning' && visit.status === 'completed')
  if (missed) Object.assign(missed, { status: 'no_show', confirmation: 'unconfirmed', confirmedAt: null, updatedAt: missed.endsAt })
}

const SOON_MINUTES = 60
const LEFT_TO_ASK = 2

/** However late it is, today has visits that nobody confirmed: of people with a phone of their own and no other visit. */
function leaveSomeToAsk(visits: PlannedVisit[], people: DemoPerson[], at: Instant): void {
  const isAlone = (who: number) => people.filter((one) => one.phone === people[who]!.phone).length === 1
  const comesOnce = (who: number) => visits.filter((visit) => visit.who === who && visit.startsAt > at).length === 1
  const soonest = visits
    .filter((visit) => visit.status === 'booked' && visit.startsAt > addMinutes(at, SOON_MINUTES))
    .filter(({ who }) => isAlone(who) && comesOnce(who) && people[who]!.language === 'en')
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  for (const visit of soonest.slice(0, LEFT_TO_ASK))
    Object.assign(visit, { confirmation: 'unconfirmed', confirmedAt: null, updatedAt: visit.createdAt })
}
