import styles from './Key.module.css'
import { keyWords } from './key-words.ts'

type KeyProps = { keys: string; tone?: 'plain' | 'onAccent' }

/** A key as it is printed on the keyboard: `mod+k` is drawn as Ctrl K, or ⌘ K on a Mac. Hidden from screen readers: the button says it. */
export function Key({ keys, tone = 'plain' }: KeyProps) {
  return (
    <span className={styles.key} data-tone={tone} aria-hidden="true">
      {keyWords(keys)}
    </span>
  )
}
