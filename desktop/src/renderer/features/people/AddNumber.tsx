import { ContactPoint, type Patient } from '@dentalanswer/shared/domain/patient.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './PersonPage.module.css'
import { emptyNumber, usePeople } from './people-store.ts'

const LABELS = ContactPoint.shape.label.options

type AddNumberProps = { practice: PracticeNow; patient: Patient; onDone: () => void }

/** One more number of a person. Who else is on it is said before it is saved: a shared number is a household. */
export function AddNumber({ practice, patient, onDone }: AddNumberProps) {
  const draft = usePeople((state) => state.numberDrafts[patient.id]) ?? emptyNumber
  const typeNumber = usePeople((state) => state.typeNumber)
  const [problem, setProblem] = useState<string | null>(null)
  const phoneNumber = readPhoneNumber(draft.phoneNumber, practice.setup.practice.country)
  const household = useLive('household.read', phoneNumber ? { phoneNumber } : null).value
  const others = household?.patients.filter((one) => one.id !== patient.id) ?? []
  const type = (part: Partial<typeof draft>) => {
    setProblem(null)
    typeNumber(patient.id, { ...draft, ...part })
  }
  const close = () => {
    typeNumber(patient.id, null)
    onDone()
  }
  const save = async () => {
    if (!phoneNumber) return setProblem('Not a phone number')
    const { label, isPrimary } = draft
    const words = `Add ${practice.phone(phoneNumber)} to ${fullName(patient)}`
    if (await doCommand('contact.add', { patientId: patient.id, phoneNumber, label, isPrimary }, words, 'Number added.')) close()
  }
  return (
    <form
      className={styles.form}
      aria-label="Add a number"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles.fields}>
        <TextInput
          label="Number"
          value={draft.phoneNumber}
          maxLength={40}
          autoFocus
          autoComplete="off"
          error={problem}
          onChange={(event) => type({ phoneNumber: event.currentTarget.value })}
        />
        <NativeSelect
          label="Kind"
          data={[...LABELS]}
          value={draft.label}
          onChange={(event) => type({ label: ContactPoint.shape.label.parse(event.currentTarget.value) })}
        />
        <Checkbox
          className={styles.wide}
          label="Main number: calls and texts go here first"
          checked={draft.isPrimary}
          onChange={(event) => type({ isPrimary: event.currentTarget.checked })}
        />
      </div>
      {others.length > 0 ? (
        <p className={styles.second}>
          Already on this number: <PersonText>{others.map(fullName).join(', ')}</PersonText>. They stay separate people.
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button tone="main" type="submit">
          Add
        </Button>
        <Button onClick={close}>Leave it</Button>
      </div>
    </form>
  )
}
