import { useEffect, useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { useNow } from '../../live/clock.ts'
import type { Act, Need } from '../../live/needs/need.ts'
import { doAct } from './do-act.ts'
import { NeedRow } from './NeedRow.tsx'
import styles from './NeedsList.module.css'
import { selectedIndex, useNowStore } from './now-store.ts'

/** The one ordered list. `j` and `k` walk it, and the keys on the selected row's buttons press them. */
export function NeedsList({ needs }: { needs: Need[] }) {
  const now = useNow()
  const list = useRef<HTMLOListElement>(null)
  const lastIndex = useRef(0)
  const { selectedKey, select } = useNowStore()
  const keys = needs.map((one) => one.key)
  const at = selectedIndex(keys, selectedKey, lastIndex.current)
  lastIndex.current = at
  const selected = needs[at]
  const walk = (step: number) => select(keys[Math.max(0, Math.min(keys.length - 1, at + step))] ?? null)
  const act = (what: Act | null | undefined) => {
    if (selected && what) void doAct(what, selected.title)
  }
  const own = new Map((selected?.buttons ?? []).filter((one) => one.key).map((one) => [one.key!, one]))
  const spare = (key: string, title: string, what: Act | null | undefined) =>
    own.has(key) ? [] : [{ id: `now-${key}`, title, keys: [key], group: 'Now', isInFooter: key === 'e', run: () => act(what) }]
  useActions([
    { id: 'now-next', title: 'Next', keys: ['j', 'down'], group: 'Now', isInFooter: true, run: () => walk(1) },
    { id: 'now-previous', title: 'Previous', keys: ['k', 'up'], group: 'Now', isInFooter: true, run: () => walk(-1) },
    {
      id: 'now-open',
      title: 'Open',
      keys: ['enter'],
      group: 'Now',
      isInFooter: true,
      run: () => act(selected ? { kind: 'open', target: selected.target } : null),
    },
    ...spare('e', 'Done', selected?.done),
    ...spare('s', 'Later (in an hour)', selected?.snooze),
    ...spare('a', 'Take it', selected?.take),
    ...[...own].map(([key, one]) => ({
      id: `now-${key}`,
      title: `${one.title}: ${selected?.title}`,
      keys: [key],
      group: 'Now',
      run: () => act(one.act),
    })),
  ])
  useEffect(() => {
    if (selectedKey === null) return
    list.current?.querySelector(`[data-need="${CSS.escape(selectedKey)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selectedKey])
  return (
    <ol className={styles.list} ref={list} aria-label="Needs you, most pressing first">
      {needs.map((need) => (
        <NeedRow
          key={need.key}
          need={need}
          now={now}
          isSelected={need === selected}
          onSelect={() => select(need.key)}
          onAct={(what) => void doAct(what, need.title)}
        />
      ))}
    </ol>
  )
}
