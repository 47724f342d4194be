import type { ReactNode } from 'react'
import styles from './Tag.module.css'

/** `amber` is money or time lost soon, `green` settled, `violet` done by the machine, `red` only an emergency. */
export type Tone = 'grey' | 'accent' | 'red' | 'amber' | 'green' | 'violet'

export function Tag({ tone = 'grey', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  )
}
