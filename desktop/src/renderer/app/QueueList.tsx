import { type RefObject, useEffect, useRef, useState } from 'react'
import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { useNow } from '../live/clock.ts'
import { dropQueued, makeInstead, openConflict, sendQueueNow, useConflicts } from '../live/conflicts.ts'
import { usePractice } from '../live/practice.ts'
import { wordsOf } from '../live/run-command.ts'
import { useIsLive, useSession } from '../live/session.ts'
import { tell } from '../live/tell.ts'
import { Button } from '../ui/Button.tsx'
import { ConflictCard } from '../ui/ConflictCard.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import { ago } from '../ui/times.ts'
import { useFocusReturn } from '../ui/use-put-away.ts'
import styles from './QueueButton.module.css'
import { STATE_WORDS } from './queue-words.ts'

type QueueListProps = { button: RefObject<HTMLButtonElement | null>; onClose: () => void }

/** The changes that are not saved yet, in the order made; those the relay refused first, each with both versions. */
export function QueueList({ button, onClose }: QueueListProps) {
  const panel = useRef<HTMLDivElement>(null)
  const waiting = (useSession((state) => state.queue) ?? []).filter((one) => one.state !== 'refused')
  const conflicts = useConflicts()
  const times = usePractice()?.times
  const isLive = useIsLive()
  useFocusReturn(panel)
  const count = conflicts.length + waiting.length
  // A card that is gone takes the focus with it; the list keeps it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the list became shorter.
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus()
  }, [count])
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const isMine = [panel, button].some((one) => event.target instanceof Node && one.current?.contains(event.target))
      if (!isMine) onClose()
    }
    document.addEventListener('pointerdown', press, true)
    return () => document.removeEventListener('pointerdown', press, true)
  }, [button, onClose])
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    <div ref={panel} className={styles.panel} role="dialog" aria-label="Changes that are not saved yet" tabIndex={-1} onKeyDown={press}>
      <header className={styles.head}>
        <h2>Changes that are not saved yet</h2>
        <Button size="small" tone="quiet" keys="escape" onClick={onClose}>
          Close
        </Button>
      </header>
      {conflicts.map((one) => (
        <ConflictCard
          key={one.id}
          label={one.label}
          madeAt={times?.time(one.at) ?? ''}
          wanted={one.wanted}
          now={one.now}
          alternatives={one.alternatives.map(({ words, input }) => ({ words, onTake: () => makeInstead(one, input) }))}
          onAgain={one.again === null ? null : () => makeInstead(one, one.again!)}
          onChange={
            one.target === null
              ? null
              : () => {
                  openConflict(one)
                  onClose()
                }
          }
          onDrop={() => dropQueued(one.id)}
          wordsOf={wordsOf}
        />
      ))}
      {waiting.length ? (
        <ol className={styles.list}>
          {waiting.map((one) => (
            <Waiting key={one.id} command={one} />
          ))}
        </ol>
      ) : null}
      {waiting.length && !isLive ? (
        <div className={styles.foot}>
          <span>They are sent in this order when the relay can be reached.</span>
          <Button size="small" onClick={sendQueueNow}>
            Try now
          </Button>
        </div>
      ) : null}
      {count === 0 ? <p className={styles.none}>Everything is saved.</p> : null}
    </div>
  )
}

function Waiting({ command }: { command: QueuedCommand }) {
  const now = useNow()
  const [isDropping, setDropping] = useState(false)
  const drop = () => dropQueued(command.id).catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
  return (
    <li>
      <span className={styles.label}>
        <PersonText>{command.label}</PersonText>
      </span>
      <Tag tone={command.state === 'sending' ? 'accent' : 'amber'}>{STATE_WORDS[command.state]}</Tag>
      <span className={styles.age}>{ago(command.createdAt, now)}</span>
      {isDropping ? (
        <>
          <Button size="small" tone="danger" onClick={drop}>
            Let it go
          </Button>
          <Button size="small" autoFocus onClick={() => setDropping(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button size="small" tone="quiet" disabled={command.state === 'sending'} onClick={() => setDropping(true)}>
          Let it go…
        </Button>
      )}
    </li>
  )
}
