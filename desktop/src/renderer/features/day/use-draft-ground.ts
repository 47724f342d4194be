import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useMemo } from 'react'
import { useLive } from '../../live/live-query.ts'
import type { Ground } from './conflicts-at.ts'
import type { Scene } from './use-scene.ts'

/** What this desk knows of the day a draft is for, which need not be the day on screen. */
export function useDraftGround(scene: Scene, startsAt: Instant | null): Ground {
  const day = startsAt ? scene.practice.times.dayOf(startsAt) : scene.day
  const other = useLive('days.read', day === scene.day ? null : { from: day, to: day }).value
  return useMemo(
    () => (other && day !== scene.day ? { ...scene.ground, appointments: other.appointments } : scene.ground),
    [other, day, scene.day, scene.ground],
  )
}
