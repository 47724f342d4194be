import type { Action } from '../live/actions.ts'
import { rankOf } from './palette-rank.ts'

type KeyLine = { title: string; keys: string[] }
export type KeyGroup = { name: string; lines: KeyLine[]; isHere: boolean }

/** Every key by where it works: this screen first, what works everywhere, then the other places. `typed` keeps the lines that answer it. */
export function keyGroups(actions: Action[], elsewhere: { name: string; lines: KeyLine[] }[], typed: string): KeyGroup[] {
  const here = new Map<string, KeyLine[]>()
  for (const { isHidden, keys, group, title } of actions)
    if (!isHidden && keys?.length) here.set(group, [...(here.get(group) ?? []), { title, keys }])
  const now = [...here].map(([name, lines]) => ({ name, lines, isHere: true }))
  const others = elsewhere.filter((one) => !here.has(one.name)).map((one) => ({ ...one, isHere: false }))
  const everywhere = now.filter((one) => one.name === 'Everywhere')
  return [...now.filter((one) => one.name !== 'Everywhere'), ...everywhere, ...others]
    .map((group) => ({ ...group, lines: linesFor(group, typed) }))
    .filter((group) => group.lines.length > 0)
}

function linesFor(group: KeyGroup, typed: string): KeyLine[] {
  const isAsked = (line: KeyLine) =>
    rankOf(typed, line.title) !== null || rankOf(typed, group.name) !== null || line.keys.includes(typed.trim().toLowerCase())
  return group.lines.filter(isAsked)
}
