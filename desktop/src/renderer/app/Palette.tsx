import { useEffect, useId, useRef, useState } from 'react'
import { actionsNow, keysOf, useActionLayers } from '../live/actions.ts'
import { closeOverlay, useOverlays } from '../live/palette.ts'
import { usePractice } from '../live/practice.ts'
import { Key } from '../ui/Key.tsx'
import { useFocusReturn, usePutAway } from '../ui/use-put-away.ts'
import styles from './Palette.module.css'
import { optionId, PaletteList } from './PaletteList.tsx'
import { doPaletteAct } from './palette-acts.ts'
import { type PaletteItem, paletteGroups } from './palette-items.ts'
import { useFoundPeople } from './use-found-people.ts'

const PAGE = 8

/** One field that finds anyone and does anything. It stands over the screen without covering it, and gives the focus back. */
export function Palette() {
  const isOpen = useOverlays((state) => state.open === 'palette')
  return isOpen ? <OpenPalette /> : null
}

function OpenPalette() {
  const panel = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(() => useOverlays.getState().text)
  const [picked, setPicked] = useState<string | null>(null)
  const listId = useId()
  const practice = usePractice()
  const { people, isReading } = useFoundPeople(typed)
  const [entered, setEntered] = useState<'enter' | 'mod+enter' | null>(null)
  useActionLayers((state) => state.layers)
  useFocusReturn(panel)
  usePutAway(panel, closeOverlay)
  useEffect(() => field.current?.focus(), [])

  const groups = paletteGroups({ typed, actions: actionsNow(), people, practice })
  const items = groups.flatMap((group) => group.items)
  // What a person picked stays picked while more is found; before that the best one is.
  const at = Math.max(
    0,
    items.findIndex((item) => item.id === picked),
  )
  const current = items[at]
  const run = (item: PaletteItem, isWithMod: boolean) => {
    closeOverlay()
    doPaletteAct(isWithMod && item.withMod ? item.withMod.act : item.act)
  }
  // Who types a name and presses Enter in one go means whom that finds, not whom the first letters found.
  const enter = (keys: 'enter' | 'mod+enter') => {
    if (isReading) setEntered(keys)
    else if (current) run(current, keys === 'mod+enter')
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of reading lets a press through.
  useEffect(() => {
    if (isReading || entered === null) return
    setEntered(null)
    enter(entered)
  }, [isReading, entered])
  const pick = (index: number) => setPicked(items[index]?.id ?? null)
  const last = items.length - 1
  const does: Record<string, () => void> = {
    down: () => pick(at === last ? 0 : at + 1),
    up: () => pick(at === 0 ? last : at - 1),
    pagedown: () => pick(Math.min(at + PAGE, last)),
    pageup: () => pick(Math.max(at - PAGE, 0)),
    enter: () => enter('enter'),
    'mod+enter': () => enter('mod+enter'),
    escape: closeOverlay,
    'mod+k': closeOverlay,
  }
  const press = (event: React.KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : does[keysOf(event.nativeEvent)]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <div ref={panel} className={styles.panel} role="dialog" aria-label="Find anyone, do anything">
      <input
        ref={field}
        className={styles.field}
        role="combobox"
        aria-label="Find anyone, do anything"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(listId, current.id) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        placeholder="A name, number, birth date, day or action"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPicked(null)
          setEntered(null)
        }}
        onKeyDown={press}
      />
      <PaletteList id={listId} groups={groups} current={current?.id ?? null} onPick={setPicked} onRun={run} />
      {items.length === 0 ? (
        <p className={styles.nothing}>
          Nothing answers “<span data-private="">{typed.trim()}</span>”. Try part of a name, the last digits of a number, or “mar 12”.
        </p>
      ) : null}
      <p className={styles.foot}>
        <span>
          <Key keys="up" /> <Key keys="down" /> choose
        </span>
        <span>
          <Key keys="enter" /> {current?.withMod ? 'open' : 'do it'}
        </span>
        {current?.withMod ? (
          <span>
            <Key keys="mod+enter" /> {current.withMod.words}
          </span>
        ) : null}
        <span>
          <Key keys="escape" /> close
        </span>
      </p>
      <output data-unseen="">{typed.trim() ? `${items.length} found` : ''}</output>
    </div>
  )
}
