import type { TimeContext } from './read-time.ts'
import type { Scene } from './use-scene.ts'

/** How times that are typed here are to be understood. */
export const timeContext = ({ practice, day }: Pick<Scene, 'practice' | 'day'>): TimeContext => ({
  day,
  today: practice.today,
  zone: practice.times.zone,
  isMonthFirst: practice.setup.practice.country === 'US',
})
