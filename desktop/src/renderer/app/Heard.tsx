import styles from './Heard.module.css'

/** For screen readers alone: an emergency interrupts, the rest waits its turn. Always there, or the first words would not be heard. */
export function Heard({ words, isUrgent }: { words: string; isUrgent: boolean }) {
  return isUrgent ? (
    <p role="alert" className={styles.heard}>
      {words}
    </p>
  ) : (
    <output className={styles.heard}>{words}</output>
  )
}
