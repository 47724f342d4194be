import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { mainNumber } from './person-form.ts'
import styles from './SearchPane.module.css'
import { visitsOf } from './visits-of.ts'

type PersonRowProps = { practice: PracticeNow; patient: Patient; isSelected: boolean; isOpen: boolean; onOpen: () => void }

/** Name, birth date, number and next visit. The number's household tells both, from this machine alone. */
export function PersonRow({ practice, patient: found, isSelected, isOpen, onOpen }: PersonRowProps) {
  const now = useNow()
  const number = mainNumber(found)
  const household = useLive('household.read', number ? { phoneNumber: number } : null).value
  const patient = household?.patients.find((one) => one.id === found.id) ?? found
  const [next] = visitsOf(household?.appointments.filter((one) => one.patientId === patient.id) ?? [], now).next
  const born = patient.birthDate ? practice.times.withYear(patient.birthDate) : 'no birth date'
  return (
    <button
      type="button"
      className={styles.row}
      data-selected={isSelected || undefined}
      aria-current={isOpen || undefined}
      onClick={onOpen}
    >
      <span className={styles.name} title={fullName(patient)}>
        <PersonText>{fullName(patient)}</PersonText>
        {patient.isNew ? <Tag tone="accent">New</Tag> : null}
      </span>
      <span className={styles.facts}>
        <PersonText>
          {born}
          {number ? ` · ${practice.phone(number)}` : ' · no number'}
        </PersonText>
      </span>
      <span className={styles.next}>{next ? `Next ${practice.times.dayAndTime(next.startsAt, practice.today)}` : ''}</span>
    </button>
  )
}
