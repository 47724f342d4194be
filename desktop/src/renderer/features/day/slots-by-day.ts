import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Times } from '../../ui/times.ts'

/** Open times grouped by day, each start once: whoever comes first in the practice's order stands for it. */
export function slotsByDay(slots: readonly OpenSlotOut[], times: Pick<Times, 'dayOf'>): { day: LocalDate; slots: OpenSlotOut[] }[] {
  const seen = new Set<string>()
  const firsts = slots.filter((one) => !seen.has(one.startsAt) && seen.add(one.startsAt))
  return [...Map.groupBy(firsts, (one) => times.dayOf(one.startsAt))].map(([day, group]) => ({ day, slots: group }))
}
