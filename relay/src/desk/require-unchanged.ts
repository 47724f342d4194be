import { isDeepStrictEqual } from 'node:util'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { ProviderHours } from '@dentalanswer/shared/domain/practice.ts'

type Change<T> = { stored: T | null; expected: T | null | undefined; wanted: T }

/** Refuses to write over what somebody else changed after the desk last saw it; `details.current` is the row as it is now. Nothing is
 *  refused when no row was expected, or when it already is what was wanted. */
export function requireUnchanged<T>({ stored, expected, wanted }: Change<T>, current: unknown = stored): void {
  if (expected === undefined || isDeepStrictEqual(stored, expected) || isDeepStrictEqual(stored, wanted)) return
  throw new DeskError('CHANGED_MEANWHILE', 'Somebody changed this meanwhile.', { details: { current } })
}

/** The values of `row` that `names` also has, so that a change of others does not count. */
export function sameNames(row: object, names: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(names)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => [name, (row as Record<string, unknown>)[name]]),
  )
}

/** A week with its shifts in the order they are kept; nobody's week is an empty one. */
export function inOrder(hours: ProviderHours | null | undefined, providerId: ProviderHours['providerId']): ProviderHours {
  const shifts = (hours?.shifts ?? []).toSorted((a, b) => a.weekday - b.weekday || (a.startsAt < b.startsAt ? -1 : 1))
  return { providerId, shifts }
}
