import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useEffect, useRef, useState } from 'react'
import { useLive } from '../live/live-query.ts'

const PAUSE_MS = 60
const MOST = 8

/** The people who answer what is being typed. Those found before stay while the next are looked for; then `isReading` is set. */
export function useFoundPeople(typed: string): { people: Patient[]; isReading: boolean } {
  const [text, setText] = useState('')
  const kept = useRef<Patient[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { value, isLoading } = useLive('people.search', text === '' ? null : { text, limit: MOST })
  if (value) kept.current = value
  if (typed.trim() === '') return { people: [], isReading: false }
  return { people: kept.current, isReading: typed.trim() !== text || isLoading }
}
