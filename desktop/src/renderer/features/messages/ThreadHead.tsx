import type { ThreadView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useMessages } from './messages-store.ts'
import { SnoozeMenu } from './SnoozeMenu.tsx'
import styles from './ThreadPane.module.css'
import type { ThreadActs } from './use-thread-actions.ts'

type ThreadHeadProps = { practice: PracticeNow; view: ThreadView; who: string; acts: ThreadActs }

/** Whose thread it is, who answers it, and what can be done with all of it. */
export function ThreadHead({ practice, view, who, acts }: ThreadHeadProps) {
  const { thread, phoneNumber, patients } = view
  const showColumn = useMessages((state) => state.showColumn)
  const queued = useQueuedFor('phoneNumber', phoneNumber)
  const label = patients[0]?.contactPoints.find((one) => one.phoneNumber === phoneNumber)?.label
  const number = practice.phone(phoneNumber)
  return (
    <header className={styles.head}>
      <Button size="small" className={styles.toList} onClick={() => showColumn('list')}>
        Threads
      </Button>
      <div className={styles.who}>
        <h2 title={who}>
          <PersonText>{who}</PersonText>
        </h2>
        <span className={styles.number}>
          <PersonText>{[who === number ? '' : number, label === 'other' ? '' : label].filter(Boolean).join(' · ')}</PersonText>
        </span>
      </div>
      <div className={styles.headButtons}>
        {thread?.takenOverBy ? (
          <Tag tone="accent">Taken over by {thread.takenOverBy}</Tag>
        ) : (
          <Tag tone="violet">Machine answers this thread</Tag>
        )}
        {queued.length > 0 ? <Tag tone="amber">{queued.length === 1 ? 'A change waits' : `${queued.length} changes wait`}</Tag> : null}
        <Button size="small" keys="t" onClick={acts.take}>
          {acts.isOurs ? 'Hand back' : 'Take over'}
        </Button>
        <Button size="small" keys="b" onClick={acts.call}>
          Call
        </Button>
        {acts.hasOpen ? (
          <Button size="small" keys="e" onClick={acts.done}>
            Done
          </Button>
        ) : null}
        {acts.isSnoozed ? (
          <Button size="small" keys="s" onClick={acts.wake}>
            Back in the list
          </Button>
        ) : (
          <span className={styles.anchor}>
            <Button size="small" keys="s" aria-expanded={acts.isSnoozing} onClick={() => acts.setSnoozing(true)}>
              Snooze
            </Button>
            {acts.isSnoozing ? <SnoozeMenu choices={acts.choices} onChoose={acts.snooze} onClose={() => acts.setSnoozing(false)} /> : null}
          </span>
        )}
        <Button size="small" className={styles.toSide} onClick={() => showColumn('side')}>
          On this number
        </Button>
      </div>
    </header>
  )
}
