import type { DeskEvent, EntityKind } from '@dentalanswer/shared/contract/events.ts'
import type { Push } from '../../ipc/pushes.ts'
import type { Timers } from '../relay/timers.ts'

const WINDOW_MS = 100
const MOST_IN_WINDOW = 200

/** Tells the window of each applied event. Of more than 200 within 100 ms, as after hours offline, the rest is told as one at the end of
 *  those 100 ms: with every kind they changed and no type. */
export class ChangePushes {
  private readonly push: (push: Push) => void
  private readonly timers: Timers
  private told = 0
  private timer: unknown = null
  private held: { seq: number; kinds: Set<EntityKind> } | null = null

  constructor(push: (push: Push) => void, timers: Timers) {
    this.push = push
    this.timers = timers
  }

  applied({ seq, type, by, changed }: DeskEvent, isOwn: boolean): void {
    this.timer ??= this.timers.setTimeout(() => this.flush(), WINDOW_MS)
    const kinds = Object.keys(changed) as EntityKind[]
    if (++this.told <= MOST_IN_WINDOW) {
      this.push({ kind: 'changed', seq, type, by, isOwn, kinds })
      return
    }
    this.held ??= { seq, kinds: new Set() }
    this.held.seq = seq
    for (const kind of kinds) this.held.kinds.add(kind)
  }

  replaced(seq: number, kinds: EntityKind[]): void {
    this.push({ kind: 'changed', seq, type: null, by: null, isOwn: false, kinds })
  }

  stop(): void {
    this.timers.clearTimeout(this.timer)
    this.held = null
  }

  private flush(): void {
    const { held } = this
    this.timer = null
    this.told = 0
    this.held = null
    if (held) this.replaced(held.seq, [...held.kinds])
  }
}
