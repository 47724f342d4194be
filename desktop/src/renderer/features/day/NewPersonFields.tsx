import { SegmentedControl, TextInput } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import type { NewPerson } from './book-draft.ts'
import styles from './Pane.module.css'

type NewPersonFieldsProps = { person: NewPerson; onChange: (person: NewPerson) => void; onBack: () => void }

/** Somebody the practice has not seen yet. */
export function NewPersonFields({ person, onChange, onBack }: NewPersonFieldsProps) {
  const set = (part: Partial<NewPerson>) => onChange({ ...person, ...part })
  return (
    <fieldset className={styles.group}>
      <legend>New person</legend>
      <div className={styles.two}>
        <TextInput
          label="First name"
          value={person.firstName}
          maxLength={60}
          autoFocus
          onChange={(event) => set({ firstName: event.currentTarget.value })}
        />
        <TextInput
          label="Last name"
          value={person.lastName}
          maxLength={60}
          onChange={(event) => set({ lastName: event.currentTarget.value })}
        />
        <TextInput
          label="Mobile number"
          inputMode="tel"
          value={person.phone}
          maxLength={30}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <TextInput
          label="Birth date"
          type="date"
          value={person.birthDate}
          onChange={(event) => set({ birthDate: event.currentTarget.value })}
        />
      </div>
      <div className={styles.actions}>
        <SegmentedControl
          size="xs"
          aria-label="Language of texts"
          value={person.language}
          data={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Spanish' },
          ]}
          onChange={(language) => set({ language: language as NewPerson['language'] })}
        />
        <Button size="small" onClick={onBack}>
          Find somebody instead
        </Button>
      </div>
    </fieldset>
  )
}
