import { useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocusReturn, usePutAway } from '../../ui/use-put-away.ts'
import styles from './ThreadPane.module.css'

type SnoozeMenuProps = { choices: { title: string }[]; onChoose: (at: number) => void; onClose: () => void }

/** Until when a thread is out of sight. */
export function SnoozeMenu({ choices, onChoose, onClose }: SnoozeMenuProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  usePutAway(box, onClose)
  useFocusReturn(box)
  useActions([{ id: 'messages-snooze-close', title: 'Close', keys: ['escape'], group: 'Messages', isHidden: true, run: onClose }])
  return (
    <fieldset className={styles.menu} ref={box} aria-label="Snooze until">
      {choices.map(({ title }, at) => (
        <Button key={title} tone="quiet" autoFocus={at === 0} onClick={() => onChoose(at)}>
          {title}
        </Button>
      ))}
    </fieldset>
  )
}
