import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useEffect, useRef, useState } from 'react'
import { useLive } from '../../live/live-query.ts'

const PAUSE_MS = 60
/** As many as are listed; who needs more letters will type them. */
export const MOST_FOUND = 200

/** The people who answer what is typed, and whether they are those of the very text. Those found before stay while the next are read. */
export function useFound(typed: string): { people: Patient[]; isReading: boolean; error: string | null; again: () => void } {
  const [text, setText] = useState(typed.trim())
  const kept = useRef<Patient[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { value, isLoading, error, again } = useLive('people.search', text === '' ? null : { text, limit: MOST_FOUND })
  if (value) kept.current = value
  const isReading = typed.trim() !== text || isLoading
  return { people: typed.trim() === '' ? [] : kept.current, isReading, error: error?.message ?? null, again }
}
