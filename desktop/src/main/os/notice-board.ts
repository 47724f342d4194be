import type { Notice } from '../../ipc/pushes.ts'
import type { Timers } from '../core/core-options.ts'
import type { Matter } from './notice-of.ts'
import { digestWords, keyOf, levelOf, targetOf, type Words } from './notice-words.ts'

/** A matter with its words for both kinds of eyes. */
export type Told = { matter: Matter; full: Words; discreet: Words }
/** One notice as it is shown. `isSilent`: it only replaces an earlier one. */
export type Shown = { key: string; level: Notice['level']; matters: Matter[]; full: Words; discreet: Words; isSilent: boolean }

export type BoardDoes = {
  show(shown: Shown): void
  /** It was acknowledged or is over: take it away everywhere. */
  take(key: string): void
  /** Staff speak, or notifications are paused. */
  isQuiet(): boolean
  nowMs(): number
  timers: Timers
}

const REPEAT_MS = 30_000
const GROUP_MS = 5 * 60_000
const SAME_HOUSEHOLD_MS = 60_000
const CATCH_UP_MS = 1_000

/** Decides when a matter is told: emergencies at once and every 30 s until acknowledged; the rest once, together where they belong
 *  together, and not while somebody at the desk is speaking. */
export function openNoticeBoard(does: BoardDoes) {
  const alarms = new Map<string, Told>()
  const recent = new Map<string, { atMs: number; told: Told[] }>()
  let held: Told[] = []
  let missed: Told[] = []
  let grouped: Told[] = []
  let groupedAtMs = Number.NEGATIVE_INFINITY
  const timers = { repeat: null as unknown, group: null as unknown, missed: null as unknown }

  function start(name: keyof typeof timers, run: () => void, ms: number): void {
    does.timers.clearTimeout(timers[name])
    timers[name] = does.timers.setTimeout(() => {
      timers[name] = null
      run()
    }, ms)
  }

  function offer(told: Told, isCatchUp: boolean): void {
    if (told.matter.kind === 'alarm') raise(told)
    else if (isCatchUp) miss(told)
    else if (does.isQuiet()) held.push(told)
    else if (levelOf(told.matter) === 'normal') group(told)
    else tell(told)
  }

  function miss(told: Told): void {
    missed.push(told)
    start('missed', tellMissed, CATCH_UP_MS)
  }

  function raise(told: Told): void {
    const key = keyOf(told.matter)
    if (alarms.has(key)) return
    alarms.set(key, told)
    ring(told)
    if (timers.repeat === null) start('repeat', repeat, REPEAT_MS)
  }

  function alarmShown(told: Told): Shown {
    const count = alarms.size
    const title = count > 1 ? `${count} emergencies` : null
    const worded = (words: Words) => (title ? { title, body: `${words.title}. ${words.body}` } : words)
    return {
      key: keyOf(told.matter),
      level: 'urgent',
      matters: [told.matter],
      full: worded(told.full),
      discreet: worded(told.discreet),
      isSilent: false,
    }
  }

  const ring = (told: Told) => does.show(alarmShown(told))

  function repeat(): void {
    const newest = [...alarms.values()].at(-1)
    if (!newest) return
    ring(newest)
    start('repeat', repeat, REPEAT_MS)
  }

  function settle(alarmId: string): void {
    const key = `alarm:${alarmId}`
    if (alarms.delete(key)) does.take(key)
    if (alarms.size) return
    does.timers.clearTimeout(timers.repeat)
    timers.repeat = null
  }

  function tell(told: Told): void {
    const key = keyOf(told.matter)
    const before = recent.get(key)
    const isSame = before !== undefined && does.nowMs() - before.atMs < SAME_HOUSEHOLD_MS
    for (const [old, { atMs }] of recent) if (does.nowMs() - atMs >= SAME_HOUSEHOLD_MS) recent.delete(old)
    const all = isSame ? [...before.told, told] : [told]
    recent.set(key, { atMs: does.nowMs(), told: all })
    const words = all.length > 1 ? together(all, 'grouped') : { full: told.full, discreet: told.discreet }
    does.show({ key, level: levelOf(told.matter), matters: all.map((one) => one.matter), ...words, isSilent: isSame })
  }

  function group(told: Told): void {
    grouped.push(told)
    const dueMs = groupedAtMs + GROUP_MS - does.nowMs()
    if (dueMs <= 0) tellGroup()
    else if (timers.group === null) start('group', tellGroup, dueMs)
  }

  function tellGroup(): void {
    if (!grouped.length) return
    if (does.isQuiet()) {
      held.push(...grouped)
      grouped = []
      return
    }
    groupedAtMs = does.nowMs()
    digest('grouped', 'grouped', grouped)
    grouped = []
  }

  function tellMissed(): void {
    if (does.isQuiet()) held.push(...missed)
    else digest('away', 'away', missed)
    missed = []
  }

  function digest(key: string, cause: 'away' | 'grouped', list: Told[]): void {
    const first = list[0]
    if (!first) return
    const level = list.some((one) => levelOf(one.matter) === 'high') ? 'high' : 'normal'
    if (list.length === 1) tell(first)
    else does.show({ key, level, matters: list.map((one) => one.matter), ...together(list, cause), isSilent: false })
  }

  return {
    offer,
    settle,
    /** Exactly these wait for a person: what the cache says after a start or after all of it was replaced. */
    setAlarms(all: Told[]): void {
      const keys = new Set(all.map((told) => keyOf(told.matter)))
      for (const key of [...alarms.keys()]) if (!keys.has(key)) settle(key.slice('alarm:'.length))
      for (const told of all) raise(told)
    },
    hasAlarm: () => alarms.size > 0,
    /** The emergency that is told at the moment, for a window that has just come. */
    newestAlarm(): Shown | null {
      const newest = [...alarms.values()].at(-1)
      return newest ? alarmShown(newest) : null
    },
    /** Quiet may be over: what was held is told as one. */
    release(): void {
      if (does.isQuiet() || !held.length) return
      const list = held
      held = []
      digest('held', 'away', list)
    },
    stop(): void {
      for (const timer of Object.values(timers)) does.timers.clearTimeout(timer)
    },
  }
}

function together(list: Told[], cause: 'away' | 'grouped'): { full: Words; discreet: Words } {
  const words = digestWords(
    list.map((one) => one.matter),
    cause,
  )
  return { full: words, discreet: words }
}

export function asNotice(shown: Shown, isDiscreet: boolean): Notice {
  const [first] = shown.matters
  const isOne = shown.matters.length === 1 && first !== undefined
  return {
    key: shown.key,
    level: shown.level,
    ...(isDiscreet ? shown.discreet : shown.full),
    target: isOne ? targetOf(first) : { place: 'now', id: null },
    changeId: isOne && first.kind === 'cancelled' ? first.changeId : null,
    alarmId: isOne && first.kind === 'alarm' ? first.alarm.id : null,
  }
}
