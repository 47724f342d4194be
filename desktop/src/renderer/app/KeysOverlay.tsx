import { useEffect, useRef, useState } from 'react'
import { actionsNow, useActionLayers } from '../live/actions.ts'
import { closeOverlay, useOverlays } from '../live/palette.ts'
import { Button } from '../ui/Button.tsx'
import { Key } from '../ui/Key.tsx'
import { ariaKeys } from '../ui/key-words.ts'
import { useFocusReturn, usePutAway } from '../ui/use-put-away.ts'
import styles from './KeysOverlay.module.css'
import { type KeyGroup, keyGroups } from './keys-groups.ts'
import { PLACE_KEYS } from './place-keys.ts'

/** Every key of the desk, those of this screen first. */
export function KeysOverlay() {
  const isOpen = useOverlays((state) => state.open === 'keys')
  return isOpen ? <OpenKeys /> : null
}

function OpenKeys() {
  const panel = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  useActionLayers((state) => state.layers)
  useFocusReturn(panel)
  usePutAway(panel, closeOverlay)
  useEffect(() => field.current?.focus(), [])
  const groups = keyGroups(actionsNow(), PLACE_KEYS, typed)
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    closeOverlay()
  }
  return (
    <div ref={panel} className={styles.panel} role="dialog" aria-labelledby="all-keys" onKeyDown={press}>
      <header className={styles.head}>
        <h2 id="all-keys">All keys</h2>
        <input
          ref={field}
          className={styles.field}
          type="search"
          aria-label="Find a key or what it does"
          placeholder="Find a key or what it does"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button size="small" tone="quiet" keys="escape" onClick={closeOverlay}>
          Close
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list is longer than the panel and must scroll by keys. */}
      <section className={styles.groups} tabIndex={0} aria-label="Keys">
        {groups.map((group) => (
          <Group key={group.name} group={group} />
        ))}
        {groups.length === 0 ? (
          <p className={styles.nothing}>
            No key does that. <Key keys="mod+k" /> finds actions without a key.
          </p>
        ) : null}
      </section>
    </div>
  )
}

function Group({ group }: { group: KeyGroup }) {
  return (
    <section className={styles.group} data-elsewhere={group.isHere ? undefined : ''}>
      <h3>
        {group.name}
        {group.isHere ? null : <span> (in that place)</span>}
      </h3>
      <dl>
        {group.lines.map((line) => (
          <div key={`${line.title} ${line.keys.join()}`} className={styles.line}>
            <dt>{line.title}</dt>
            <dd>
              {line.keys.map((keys) => (
                <span key={keys}>
                  <Key keys={keys} />
                  <span data-unseen="">{ariaKeys(keys)}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
