import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { fullName } from '../../ui/names.ts'
import type { Problems } from '../../ui/plain-problems.ts'
import styles from './PersonPage.module.css'
import type { PersonForm } from './person-form.ts'

type PersonFieldsProps = {
  form: PersonForm
  problems: Problems
  /** Who could decide for this person: the others on the number. */
  guardians: Pick<Patient, 'id' | 'firstName' | 'lastName'>[]
  isFirst: boolean
  /** What stands before the question who decides; its choices may come from there. */
  numberFields?: ReactNode
  onType: (part: Partial<PersonForm>) => void
}

/** The fields of a person, the same for a new one and a known one. */
export function PersonFields({ form, problems, guardians, isFirst, numberFields, onType }: PersonFieldsProps) {
  const text = (field: 'firstName' | 'lastName' | 'birthDate') => ({
    value: form[field],
    error: problems[field],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: HTMLInputElement }) => onType({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput {...text('firstName')} label="First name" maxLength={120} autoFocus={isFirst} />
      <TextInput {...text('lastName')} label="Last name" maxLength={120} />
      <TextInput {...text('birthDate')} label="Birth date" placeholder="4/12/1988" maxLength={20} />
      <NativeSelect
        label="Language of texts"
        data={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Spanish' },
        ]}
        value={form.language}
        onChange={(event) => onType({ language: event.currentTarget.value === 'es' ? 'es' : 'en' })}
      />
      {numberFields}
      <NativeSelect
        label="Who decides"
        description="A parent or guardian on the same number"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data={[{ value: '', label: 'This person' }, ...guardians.map((one) => ({ value: one.id, label: fullName(one) }))]}
        value={form.guardianId}
        error={problems.guardianId}
        onChange={(event) => onType({ guardianId: event.currentTarget.value })}
      />
      <Textarea
        className={styles.wide}
        label="Note"
        description="Alerts such as premedication are shown beside the name"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={form.note}
        error={problems.note}
        onChange={(event) => onType({ note: event.currentTarget.value })}
      />
    </>
  )
}
