import { useEffect } from 'react'
import { Key } from '../ui/Key.tsx'
import styles from './Palette.module.css'
import type { PaletteGroup, PaletteItem } from './palette-items.ts'

type PaletteListProps = {
  id: string
  groups: PaletteGroup[]
  current: string | null
  onPick: (id: string) => void
  onRun: (item: PaletteItem, isWithMod: boolean) => void
}

/** The id of a line in the document, where it may hold no space. */
export const optionId = (listId: string, itemId: string): string => `${listId}-${itemId.replace(/[^\w-]/g, '-')}`

/** The lines of the palette under their headings. The focus stays in the field: the line that Enter runs is told by its id. */
export function PaletteList({ id, groups, current, onPick, onRun }: PaletteListProps) {
  useEffect(() => {
    if (current) document.getElementById(optionId(id, current))?.scrollIntoView({ block: 'nearest' })
  }, [id, current])
  return (
    <div id={id} className={styles.list} role="listbox" aria-label="What was found" tabIndex={-1} hidden={groups.length === 0}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds its options in groups; a fieldset would be a form's.
        <div key={group.name} role="group" aria-label={group.name}>
          <div className={styles.heading} aria-hidden="true">
            {group.name}
          </div>
          {group.items.map((item) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
            <div
              key={item.id}
              id={optionId(id, item.id)}
              role="option"
              tabIndex={-1}
              aria-selected={item.id === current}
              className={styles.item}
              onPointerMove={() => item.id !== current && onPick(item.id)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={(event) => onRun(item, event.ctrlKey || event.metaKey)}
            >
              <span className={styles.title} title={item.title} data-private={item.isPrivate ? '' : undefined}>
                {item.title}
              </span>
              {item.detail ? (
                <span className={styles.detail} data-private={item.isPrivate ? '' : undefined}>
                  {item.detail}
                </span>
              ) : null}
              {item.keys ? <Key keys={item.keys} /> : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
