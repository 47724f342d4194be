import styles from './Key.module.css'
import { keyWords } from './key-words.ts'

type KeyProps = { keys: string; tone?: 'plain' | 'onAccent' }

/** A key as it is printed on the keyboard: `mod+k` is drawn as Ctrl K, or ⌘ K on a Mac. Drawn and not written, so that it is no part of a
 *  button's label: the button says its key by itself. */
export function Key({ keys, tone = 'plain' }: KeyProps) {
  return <span className={styles.key} data-tone={tone} data-words={keyWords(keys)} aria-hidden="true" />
}
