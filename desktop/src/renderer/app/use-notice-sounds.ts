import { useEffect, useRef } from 'react'
import { useNotices } from '../live/notices.ts'
import { usePreferences } from '../live/session.ts'
import { chime } from './sound.ts'

const REPEAT_MS = 30_000

/** An emergency sounds at once and every 30 s until somebody acknowledges it; a high notice once; the rest are silent. */
export function useNoticeSounds(): void {
  const { sounds } = usePreferences()
  const isOn = sounds !== false
  const urgent = useNotices((state) => state.notices.filter((one) => one.level === 'urgent').length)
  const high = useNotices((state) => state.notices.find((one) => one.level === 'high')?.key ?? null)
  const heard = useRef(new Set<string>())
  const isUrgent = urgent > 0
  useEffect(() => {
    if (!isOn || !isUrgent) return
    chime('urgent')
    const timer = setInterval(() => chime('urgent'), REPEAT_MS)
    return () => clearInterval(timer)
  }, [isOn, isUrgent])
  useEffect(() => {
    if (!high || heard.current.has(high)) return
    heard.current.add(high)
    if (isOn && !isUrgent) chime('soft')
  }, [high, isOn, isUrgent])
}
