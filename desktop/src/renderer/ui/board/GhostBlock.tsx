import { PersonText } from '../PersonText.tsx'
import styles from './Block.module.css'
import { boxOf } from './board-box.ts'
import type { Ghost } from './ghost.ts'

/** Where a visit would go, and what stands in its way, before it is dropped. */
export function GhostBlock({ ghost, from }: { ghost: Ghost; from: number }) {
  return (
    <div className={styles.ghost} style={boxOf(ghost, from)} data-problem={ghost.problem !== null || undefined}>
      <PersonText className={styles.ghostTitle}>{ghost.title}</PersonText>
      <span>{ghost.words}</span>
      {ghost.problem ? <span className={styles.ghostProblem}>{ghost.problem}</span> : null}
    </div>
  )
}
