import { effects } from '../effects.ts'
import { guarded } from './guard.ts'

const started = new Set<number>()
let lastId = 0

export const powerSaveBlocker = guarded('powerSaveBlocker', {
  start(_type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    started.add(++lastId)
    effects.powerSaveBlockers = started.size
    return lastId
  },
  stop(id: number): boolean {
    const wasStarted = started.delete(id)
    effects.powerSaveBlockers = started.size
    return wasStarted
  },
  isStarted: (id: number) => started.has(id),
})
