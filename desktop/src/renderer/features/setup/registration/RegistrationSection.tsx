import type { PracticeNow } from '../../../live/practice.ts'
import styles from './Registration.module.css'
import { RegistrationForm } from './RegistrationForm.tsx'

/** Setup → Leave to text. */
export function RegistrationSection({ practice }: { practice: PracticeNow }) {
  return (
    <div className={styles.registration}>
      <div className={styles.intro}>
        <h2>Leave to text</h2>
        <p>
          Phone carriers let a practice text only after they know who it is and how its patients agreed. Until they do, texts on that number
          wait and calls work as always.
        </p>
      </div>
      <RegistrationForm practice={practice} />
    </div>
  )
}
