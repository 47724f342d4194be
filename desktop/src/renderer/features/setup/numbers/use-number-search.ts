import type { DeskInput, DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import { useEffect, useState } from 'react'
import { callDesk } from '../../../bridge.ts'
import { wordsOf } from '../../../live/run-command.ts'

type Found = { answer: DeskOutput<'numbers.search'> | null; problem: string | null; isLooking: boolean }

/** Numbers that can be had, asked of the carrier service anew with each question and each `again`; nothing while it is null. An answer to an
 *  earlier question is dropped. */
export function useNumberSearch(question: DeskInput<'numbers.search'> | null, again: number): Found {
  const key = question ? JSON.stringify([question, again]) : null
  const [found, setFound] = useState<Omit<Found, 'isLooking'> & { key: string | null }>({ key: null, answer: null, problem: null })
  useEffect(() => {
    if (key === null) return
    const [asked] = JSON.parse(key) as [DeskInput<'numbers.search'>]
    let isWanted = true
    callDesk('numbers.search', asked)
      .then((answer) => isWanted && setFound({ key, answer, problem: null }))
      .catch((error) => isWanted && setFound({ key, answer: null, problem: wordsOf(error) }))
    return () => {
      isWanted = false
    }
  }, [key])
  return found.key === key ? { ...found, isLooking: false } : { answer: null, problem: null, isLooking: key !== null }
}
