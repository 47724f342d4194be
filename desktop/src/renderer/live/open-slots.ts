import type { DeskInput, DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect, useState } from 'react'
import { callDesk } from '../bridge.ts'
import { deskNow } from './clock.ts'
import { wordsOf } from './run-command.ts'

type Wanted = Omit<DeskInput<'slots.find'>, 'to' | 'limit'> & { from: LocalDate; days: number }
type Found = { slots: DeskOutput<'slots.find'> | null; problem: string | null }

const MOST = 120

/** Open times of `days` days, asked of the relay; nothing while `wanted` is null. What changes with `since` is a reason to ask again,
 *  and the times found before stay until the answer is here. */
export function useOpenSlots(wanted: Wanted | null, since?: unknown): Found {
  const key = wanted ? JSON.stringify(wanted) : null
  const [found, setFound] = useState<Found & { key: string | null }>({ key: null, slots: null, problem: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` is no part of the question, only a reason to ask it again.
  useEffect(() => {
    if (key === null) return
    const { days, ...question } = JSON.parse(key) as Wanted
    let isWanted = true
    callDesk('slots.find', { ...question, to: addDays(question.from, days), limit: MOST })
      .then((slots) => isWanted && setFound({ key, slots: slots.filter((one) => one.startsAt > deskNow()), problem: null }))
      .catch((error) => isWanted && setFound({ key, slots: null, problem: wordsOf(error) }))
    return () => {
      isWanted = false
    }
  }, [key, since])
  return found.key === key ? found : { slots: null, problem: null }
}
