import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect, useState } from 'react'
import { deskNow } from '../../../live/clock.ts'

/** The present instant, redrawn each second while `isOn`: steps that take seconds are watched. */
export function useSeconds(isOn: boolean): Instant {
  const [now, setNow] = useState(deskNow)
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => setNow(deskNow()), 1_000)
    return () => clearInterval(timer)
  }, [isOn])
  return isOn ? now : deskNow()
}
