import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { usePreferences } from '../../live/session.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { inSentence } from '../../ui/times.ts'
import styles from './SearchPane.module.css'
import { visitsOf } from './visits-of.ts'

type PersonRowProps = { practice: PracticeNow; patient: Patient; isSelected: boolean; isOpen: boolean; onOpen: () => void }

/** Name, birth date, number and next visit. The number's household tells both, from this machine alone. */
export function PersonRow({ practice, patient: found, isSelected, isOpen, onOpen }: PersonRowProps) {
  const now = useNow()
  const { counterMode } = usePreferences()
  const number = mainNumber(found)
  const household = useLive('household.read', number ? { phoneNumber: number } : null).value
  const patient = household?.patients.find((one) => one.id === found.id) ?? found
  const [next] = visitsOf(household?.appointments.filter((one) => one.patientId === patient.id) ?? [], now).next
  const born = patient.birthDate ? practice.times.withYear(patient.birthDate) : 'no birth date'
  return (
    <ListRow
      name={fullName(patient)}
      aside={patient.isNew ? <Tag tone="accent">New</Tag> : null}
      isSelected={isOpen}
      isReached={isSelected}
      title={counterMode ? undefined : fullName(patient)}
      onOpen={onOpen}
    >
      <span className={styles.facts}>
        <PersonText>
          {born}
          {number ? ` · ${practice.phone(number)}` : ' · no number'}
        </PersonText>
      </span>
      <span className={styles.next}>{next ? `Next ${inSentence(practice.times.dayAndTime(next.startsAt, practice.today))}` : ''}</span>
    </ListRow>
  )
}
