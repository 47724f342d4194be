import type { Setup, Shift } from './practice.ts'

/** When somebody works on one weekday (1 = Monday), earliest first; empty: closed. */
export type OpenDay = { weekday: number; spans: Pick<Shift, 'startsAt' | 'endsAt'>[] }

/** When the practice is open in an ordinary week: whenever any active provider works. Always seven days. */
export function openingHoursOf({ providers, hours }: Pick<Setup, 'providers' | 'hours'>): OpenDay[] {
  const atWork = new Set(providers.filter((one) => one.active).map((one) => one.id))
  const shifts = hours.filter((one) => atWork.has(one.providerId)).flatMap((one) => one.shifts)
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans: joined(shifts.filter((one) => one.weekday === weekday)) }))
}

function joined(shifts: Shift[]): OpenDay['spans'] {
  const spans: OpenDay['spans'] = []
  for (const { startsAt, endsAt } of [...shifts].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const last = spans.at(-1)
    if (!last || startsAt > last.endsAt) spans.push({ startsAt, endsAt })
    else if (endsAt > last.endsAt) last.endsAt = endsAt
  }
  return spans
}
