import type { EntityKind } from '@dentalanswer/shared/contract/events.ts'
import { useEffect } from 'react'
import { create } from 'zustand'
import type { IpcInput, IpcOutput } from '../../ipc/contract.ts'
import { type BridgeError, callDesk } from '../bridge.ts'

/** Every read that stays true by itself, with the kinds of things whose change makes it read again. */
const READ_AGAIN_ON = {
  'setup.read': [
    ...['practice', 'providers', 'operatories', 'appointmentTypes', 'hours', 'closures', 'phoneNumbers', 'devices'],
    ...['onboardingRuns', 'assistantVersions', 'textRegistrations'],
  ] as EntityKind[],
  'trial.read': ['calls', 'callTurns', 'messages'],
  'days.read': ['appointments', 'openings', 'patients', 'changes', 'messages', 'optOuts', 'hours', 'closures'],
  'work.read': [
    ...['alarms', 'leads', 'callbacks', 'messages', 'changes', 'openings', 'calls', 'callTurns', 'threads', 'optOuts'],
    ...['appointments', 'patients', 'hours', 'closures'],
  ] as EntityKind[],
  'threads.read': ['messages', 'patients', 'optOuts', 'threads', 'changes'],
  'thread.read': ['messages', 'patients', 'optOuts', 'threads', 'changes', 'appointments', 'alarms', 'leads', 'callbacks'],
  'calls.read': ['calls', 'patients', 'changes', 'appointments', 'callbacks', 'leads', 'alarms'],
  'call.read': ['calls', 'callTurns', 'changes', 'appointments', 'leads', 'callbacks', 'alarms', 'patients', 'messages'],
  'people.search': ['patients'],
  'person.read': ['patients', 'appointments', 'optOuts', 'messages', 'calls', 'callbacks', 'leads', 'changes'],
  'household.read': ['patients', 'appointments', 'optOuts', 'callbacks', 'calls'],
} satisfies Record<string, EntityKind[]>

type LiveName = keyof typeof READ_AGAIN_ON

type Entry = { value: unknown; error: BridgeError | null; isLoading: boolean; readers: number; isStale: boolean; usedAt: number }
const KEPT = 60
const fresh: Entry = { value: undefined, error: null, isLoading: true, readers: 0, isStale: true, usedAt: 0 }

const useEntries = create<{ entries: Record<string, Entry> }>()(() => ({ entries: {} }))
const keyOf = (name: LiveName, input: unknown) => `${name} ${JSON.stringify(input)}`

function change(key: string, part: Partial<Entry>): void {
  useEntries.setState(({ entries }) => ({ entries: { ...entries, [key]: { ...(entries[key] ?? fresh), ...part } } }))
}

const reading = new Map<string, 'once' | 'again'>()

/** Reads one entry; a change that arrives meanwhile makes it read once more, never twice at a time. */
async function read(key: string, name: LiveName, input: unknown): Promise<void> {
  if (reading.has(key)) {
    reading.set(key, 'again')
    return
  }
  reading.set(key, 'once')
  try {
    const value = await callDesk(name, input as never)
    change(key, { value, error: null, isLoading: false, isStale: false })
  } catch (error) {
    change(key, { error: error as BridgeError, isLoading: false })
  }
  const isAgain = reading.get(key) === 'again'
  reading.delete(key)
  if (isAgain) await read(key, name, input)
}

function partsOf(key: string): { name: LiveName; input: unknown } {
  const at = key.indexOf(' ')
  return { name: key.slice(0, at) as LiveName, input: JSON.parse(key.slice(at + 1)) }
}

/** Reads again whatever the changed kinds concern: at once what is on screen, the rest when it is looked at. */
export function refreshKinds(kinds: readonly EntityKind[] | 'all'): void {
  for (const [key, entry] of Object.entries(useEntries.getState().entries)) {
    const { name, input } = partsOf(key)
    const isConcerned = kinds === 'all' || READ_AGAIN_ON[name].some((kind) => kinds.includes(kind))
    if (!isConcerned) continue
    if (entry.readers > 0 || reading.has(key)) void read(key, name, input)
    else if (!entry.isStale) change(key, { isStale: true })
  }
}

function forgetOld(): void {
  const { entries } = useEntries.getState()
  const idle = Object.entries(entries).filter(([, entry]) => entry.readers === 0)
  if (idle.length <= KEPT) return
  const oldest = idle.sort(([, a], [, b]) => a.usedAt - b.usedAt).slice(0, idle.length - KEPT)
  const gone = new Set(oldest.map(([key]) => key))
  useEntries.setState({ entries: Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key))) })
}

export type Live<T> = { value: T | undefined; error: BridgeError | null; isLoading: boolean; again: () => void }

/** A view of the cache that is read again whenever what it shows changes. Null input reads nothing. The last value stays while it is read
 *  again, and is there at once when the view is opened again. */
export function useLive<N extends LiveName>(name: N, input: IpcInput<N> | null): Live<IpcOutput<N>> {
  const key = input === null ? null : keyOf(name, input)
  const entry = useEntries((state) => (key === null ? undefined : state.entries[key]))
  useEffect(() => {
    if (key === null) return
    const parts = partsOf(key)
    const known = useEntries.getState().entries[key] ?? fresh
    change(key, { readers: known.readers + 1, usedAt: Date.now() })
    // Two who open the same view at once share one reading.
    if (known.isStale && !reading.has(key)) void read(key, parts.name, parts.input)
    return () => {
      change(key, { readers: (useEntries.getState().entries[key]?.readers ?? 1) - 1 })
      forgetOld()
    }
  }, [key])
  const again = () => {
    if (key !== null) void read(key, name, input)
  }
  return {
    value: entry?.value as IpcOutput<N> | undefined,
    error: entry?.error ?? null,
    isLoading: entry?.isLoading ?? key !== null,
    again,
  }
}
