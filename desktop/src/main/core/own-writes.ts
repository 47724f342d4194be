import type { Changed, EntityKind, EntityOf } from '@dentalanswer/shared/contract/events.ts'
import type { CommandName } from '../../ipc/queue-state.ts'
import type { Timers } from '../relay/timers.ts'
import { ANSWER_KIND } from './answer-kinds.ts'
import type { DeskCache } from './desk-cache.ts'

const MOST_MS = 1_000

type Stamped = { id?: string; phoneNumber?: string; providerId?: string; version?: number; updatedAt?: string }

/** Lets a command's answer go to the window only when the cache shows what it did, or after a second. */
export class OwnWrites {
  private readonly cache: DeskCache
  private readonly timers: Timers
  private readonly waiting = new Set<() => void>()

  constructor(cache: DeskCache, timers: Timers) {
    this.cache = cache
    this.timers = timers
  }

  /** The cache has changed. */
  applied(): void {
    for (const look of [...this.waiting]) look()
  }

  /** Resolves when everything the answer holds is in the cache, as new as in the answer. */
  async shown(name: CommandName, answer: unknown): Promise<void> {
    const isShown = () => this.isKept(ANSWER_KIND[name], answer)
    if (isShown()) return
    await new Promise<void>((resolve) => {
      const done = () => {
        this.waiting.delete(look)
        this.timers.clearTimeout(timer)
        resolve()
      }
      const look = () => void (isShown() && done())
      const timer = this.timers.setTimeout(done, MOST_MS)
      this.waiting.add(look)
    })
  }

  private isKept(kind: EntityKind, answer: unknown): boolean {
    const entities = (Array.isArray(answer) ? answer : [closureOf(answer)]) as Stamped[]
    return entities.every((entity) => {
      const changed = { [kind]: [entity] } as Changed
      const [kept] = (this.cache.heldOf(changed)[kind] ?? []) as EntityOf<EntityKind>[]
      return kept !== undefined && isAsNew(kept as Stamped, entity)
    })
  }
}

/** `closure.add` answers with the closure and those it affects. */
function closureOf(answer: unknown): unknown {
  return answer !== null && typeof answer === 'object' && 'closure' in answer ? answer.closure : answer
}

function isAsNew(kept: Stamped, answer: Stamped): boolean {
  if (typeof answer.version === 'number') return (kept.version ?? 0) >= answer.version
  if (answer.updatedAt !== undefined) return (kept.updatedAt ?? '') >= answer.updatedAt
  return JSON.stringify(kept) === JSON.stringify(answer)
}
