import { usePractice } from '../live/practice.ts'
import { useIsLive } from '../live/session.ts'
import styles from './AiLineState.module.css'
import { aiLineWords } from './ai-line-words.ts'

/** Whether the assistant answers the practice's calls, as far as this desk knows. */
export function AiLineState() {
  const practice = usePractice()
  const isLive = useIsLive()
  if (!practice) return null
  const { tone, words, title } = aiLineWords(practice.setup.phoneNumbers, isLive)
  return (
    <span className={styles.state} data-tone={tone} title={title}>
      <span className={styles.dot} aria-hidden="true" />
      {words}
    </span>
  )
}
