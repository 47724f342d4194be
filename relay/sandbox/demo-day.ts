import type { Operatory, Provider, Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, type LocalDate, minuteOfTime, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { pickFrom, type Random, seededRandom } from './demo-random.ts'

/** A place in a day's plan before anybody is given it: minutes are counted from the practice's midnight. */
export type Block = { date: LocalDate; minute: number; typeName: string; provider: Provider; operatory: Operatory }

type Kind = 'dentist' | 'hygienist'

/** Half days of four hours, turnover included, as they were filled by people who know how long things take. */
const HALVES: Record<Kind, string[][]> = {
  dentist: [
    ['Filling', 'Follow-up', 'Emergency visit', 'Filling', 'New patient exam'],
    ['Crown preparation', 'Follow-up', 'Filling', 'Emergency visit', 'Follow-up'],
    ['Follow-up', 'Filling', 'Follow-up', 'Filling', 'Filling'],
    ['Emergency visit', 'Filling', 'Crown preparation', 'Filling'],
    ['New patient exam', 'Filling', 'Follow-up', 'Crown preparation'],
  ],
  hygienist: [
    ['Cleaning', 'Cleaning', 'Child cleaning', 'Child cleaning', 'Cleaning'],
    ['Cleaning', 'Cleaning', 'Cleaning', 'Cleaning'],
    ['Child cleaning', 'Child cleaning', 'Cleaning', 'Cleaning', 'Cleaning'],
  ],
}
const MINUTES: Record<string, number> = { 'Crown preparation': 90, 'Follow-up': 30, 'Emergency visit': 30, 'Child cleaning': 30 }
const minutesOf = (typeName: string) => MINUTES[typeName] ?? 60

export const isWorkday = (date: LocalDate): boolean => weekdayOf(date) <= 5

/** The working day after (`step` 1) or before (`step` -1) a day. */
export function workdayFrom(date: LocalDate, step: 1 | -1): LocalDate {
  let day = addDays(date, step)
  while (!isWorkday(day)) day = addDays(day, step)
  return day
}

/** Who works where on a day, each in an operatory of their own: dentists in the first two, hygienists in the others. */
export function chairsOf(setup: Setup, date: LocalDate): { provider: Provider; operatory: Operatory; shifts: [number, number][] }[] {
  const atWork = setup.providers.flatMap((provider) => {
    const shifts = setup.hours.find((one) => one.providerId === provider.id)?.shifts ?? []
    const today = shifts.filter((shift) => shift.weekday === weekdayOf(date))
    const spans = today.map((shift): [number, number] => [minuteOfTime(shift.startsAt), minuteOfTime(shift.endsAt)])
    return spans.length > 0 ? [{ provider, shifts: spans }] : []
  })
  const [dentists, others] = [
    atWork.filter((one) => one.provider.role === 'dentist'),
    atWork.filter((one) => one.provider.role !== 'dentist'),
  ]
  const seated = [...dentists.map((one, at) => ({ one, at })), ...others.map((one, at) => ({ one, at: at + 2 }))]
  return seated.flatMap(({ one, at }) => {
    const operatory = setup.operatories[at]
    return operatory ? [{ ...one, operatory }] : []
  })
}

/** A day's blocks in the order of the clock. `open` of them are left out again, most of them cleanings, so that callers find something
 *  to book; the same day is always planned the same way. */
export function planDay(setup: Setup, date: LocalDate, open: { dentist: number; hygienist: number }): Block[] {
  const random = seededRandom(date)
  const blocks = chairsOf(setup, date).flatMap((chair) => chair.shifts.flatMap((shift) => fillShift(chair, shift, date, random)))
  const kept = (['dentist', 'hygienist'] as const).flatMap((kind) => {
    const own = blocks.filter((block) => (block.provider.role === 'dentist') === (kind === 'dentist'))
    return leaveOpen(own, open[kind], random)
  })
  return kept.toSorted((one, other) => one.minute - other.minute || one.operatory.position - other.operatory.position)
}

/** A day further ahead: a few visits, the rest of the day still open. */
export function planThinDay(setup: Setup, date: LocalDate, count: number): Block[] {
  const all = planDay(setup, date, { dentist: 0, hygienist: 0 })
  return leaveOpen(all, all.length - count, seededRandom(`${date} thin`))
}

function fillShift(
  { provider, operatory }: Pick<Block, 'provider' | 'operatory'>,
  [from, to]: [number, number],
  date: LocalDate,
  random: Random,
): Block[] {
  const kind: Kind = provider.role === 'dentist' ? 'dentist' : 'hygienist'
  let minute = from
  return pickFrom(HALVES[kind], random).flatMap((typeName) => {
    const block = { date, minute, typeName, provider, operatory }
    minute += minutesOf(typeName)
    return minute <= to ? [block] : []
  })
}

/** An hour that is open is worth more than half of one, so whole hours go first. */
function leaveOpen(blocks: Block[], count: number, random: Random): Block[] {
  const rank = (block: Block) => (minutesOf(block.typeName) === 60 ? 0 : 1) + random()
  const open = new Set(
    blocks
      .map((block) => ({ block, key: rank(block) }))
      .toSorted((one, other) => one.key - other.key)
      .slice(0, Math.max(0, count))
      .map((one) => one.block),
  )
  return blocks.filter((block) => !open.has(block))
}
