import type { ReactNode } from 'react'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './SetupPlace.module.css'

type ListRow = { id: string; name: string; second: string; isActive: boolean; isUnsaved: boolean }
type RowListProps = {
  title: string
  rows: ListRow[]
  chosenId: string | null
  onChoose: (id: string) => void
  onAdd: () => void
  addWords: string
  /** Null when the order means nothing. */
  onMove: ((id: string, step: -1 | 1) => void) | null
  children?: ReactNode
}

/** The rows of a section: choose one to change it, put them in order, add one. */
export function RowList({ title, rows, chosenId, onChoose, onAdd, addWords, onMove, children }: RowListProps) {
  const isLive = useIsLive()
  return (
    <div className={styles.list}>
      <Panel title={title} isFlush>
        <ul>
          {rows.map((one, at) => (
            <li key={one.id} className={styles.item}>
              <button
                type="button"
                className={styles.choice}
                aria-current={one.id === chosenId || undefined}
                onClick={() => onChoose(one.id)}
              >
                <span>
                  {one.name || 'New'}
                  <br />
                  <span className={styles.second}>{one.isActive ? one.second : `${one.second ? `${one.second} · ` : ''}not in use`}</span>
                </span>
                {one.isUnsaved ? <span className={styles.mark}>not saved</span> : null}
              </button>
              {onMove && one.id === chosenId ? (
                <span className={styles.order}>
                  <Button
                    size="small"
                    tone="quiet"
                    aria-label={`Move ${one.name} up`}
                    disabled={!isLive || at === 0}
                    onClick={() => onMove(one.id, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    tone="quiet"
                    aria-label={`Move ${one.name} down`}
                    disabled={!isLive || at === rows.length - 1}
                    onClick={() => onMove(one.id, 1)}
                  >
                    ↓
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      <span>
        <Button size="small" onClick={onAdd}>
          {addWords}
        </Button>
      </span>
      {children}
    </div>
  )
}
