import { useRef, useState } from 'react'
import { useActions } from '../live/actions.ts'
import { useSession } from '../live/session.ts'
import styles from './QueueButton.module.css'
import { QueueList } from './QueueList.tsx'
import { queueWords } from './queue-words.ts'

/** How many changes of this desk are not saved yet; opens the list of them. Nothing to say, nothing shown. */
export function QueueButton() {
  const queue = useSession((state) => state.queue)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const said = queueWords(queue ?? [])
  const show = () => setOpen((before) => !before)
  useActions(said ? [{ id: 'queue', title: 'Changes that are not saved yet', group: 'Everywhere', run: show }] : [])
  if (!said && !isOpen) return null
  return (
    <div className={styles.place}>
      {said ? (
        <button
          ref={button}
          type="button"
          className={styles.button}
          data-refused={said.isRefused || undefined}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={show}
        >
          {said.words}
        </button>
      ) : null}
      {isOpen ? <QueueList button={button} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
