import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './Composer.module.css'

type ForWhomProps = { patients: readonly Patient[]; chosen: Patient | null; onChoose: (patient: Patient) => void }

/** Whom of a household it is about; nothing to ask when there is one. */
export function ForWhom({ patients, chosen, onChoose }: ForWhomProps) {
  if (patients.length < 2) return null
  return (
    <fieldset className={styles.whom} aria-label="About whom">
      <span>About</span>
      {patients.map((one) => (
        <button key={one.id} type="button" aria-pressed={one.id === chosen?.id} onClick={() => onChoose(one)}>
          <PersonText>{one.firstName}</PersonText>
        </button>
      ))}
    </fieldset>
  )
}
