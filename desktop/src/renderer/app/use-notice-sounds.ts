import { useEffect, useRef } from 'react'
import type { Notice } from '../../ipc/pushes.ts'
import { useNotices } from '../live/notices.ts'
import { usePreferences } from '../live/session.ts'
import { chime } from './sound.ts'
import { useAcknowledgedHere } from './waiting-acknowledgements.ts'

const REPEAT_MS = 30_000

/** An emergency sounds at once and every 30 s until somebody acknowledges it; a high notice once; the rest are silent. */
export function useNoticeSounds(): void {
  const { sounds } = usePreferences()
  const isOn = sounds !== false
  const known = useAcknowledgedHere()
  const urgent = useNotices((state) =>
    keysOf(
      state.notices.filter((one) => !known.includes(one.alarmId ?? '')),
      'urgent',
    ),
  )
  const high = useNotices((state) => keysOf(state.notices, 'high'))
  const heard = useRef(new Set<string>())
  const isUrgent = urgent !== ''
  useEffect(() => {
    if (!isOn || !isUrgent) return
    const timer = setInterval(() => chime('urgent'), REPEAT_MS)
    return () => clearInterval(timer)
  }, [isOn, isUrgent])
  useEffect(() => {
    const fresh = (keys: string) => keys.split(' ').filter((key) => key !== '' && !heard.current.has(key))
    const [newUrgent, newHigh] = [fresh(urgent), fresh(high)]
    for (const key of [...newUrgent, ...newHigh]) heard.current.add(key)
    if (isOn && newUrgent.length) chime('urgent')
    else if (isOn && newHigh.length && !urgent) chime('soft')
  }, [urgent, high, isOn])
}

const keysOf = (notices: Notice[], level: Notice['level']) =>
  notices
    .filter((one) => one.level === level)
    .map((one) => encodeURIComponent(one.key))
    .join(' ')
