import { actionsNow, useActionLayers } from '../live/actions.ts'
import { usePractice } from '../live/practice.ts'
import { useSession } from '../live/session.ts'
import { Key } from '../ui/Key.tsx'
import styles from './Footer.module.css'
import { lineWords } from './line-words.ts'
import { QueueButton } from './QueueButton.tsx'
import { TextsWait } from './TextsWait.tsx'

/** Whether changes are live, why texts wait, what waits to be sent, and the keys of this screen. */
export function Footer() {
  const line = useSession((state) => state.line)
  const times = usePractice()?.times ?? null
  useActionLayers((state) => state.layers)
  const keys = actionsNow().filter((one) => one.isInFooter && !one.isHidden && one.keys?.[0])
  if (!line) return null
  const { tone, words } = lineWords(line, times)
  return (
    <footer className={styles.footer} data-tone={tone}>
      <output className={styles.line} title={words}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.words}>{words}</span>
      </output>
      <TextsWait />
      <QueueButton />
      <span className={styles.keys}>
        {keys.map((one) => (
          <span key={one.id}>
            <Key keys={one.keys?.[0] ?? ''} /> {one.title}
          </span>
        ))}
      </span>
      <span className={styles.all}>
        <Key keys="?" /> all keys
      </span>
    </footer>
  )
}
