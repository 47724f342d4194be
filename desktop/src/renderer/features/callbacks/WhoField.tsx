import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import styles from './WhoField.module.css'

const SHOWN = 6

/** A name, found among the records while it is typed; a name that is nobody's there is kept as given. */
export function WhoField({ practice }: { practice: PracticeNow }) {
  const { name, patientId } = useCallbacksStore((state) => state.draft)
  const { changeDraft } = useCallbacksStore.getState()
  const text = name.trim()
  const { value: found } = useLive('people.search', text.length >= 2 && !patientId ? { text, limit: SHOWN } : null)
  const list = useCombobox()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const choose = (id: string) => {
    const patient = found?.find((one) => one.id === id)
    if (!patient) return
    const number = mainNumber(patient)
    changeDraft({ patientId: patient.id, name: fullName(patient), ...(number && { number: practice.phone(number) }) })
    list.closeDropdown()
  }
  return (
    <Combobox store={list} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={field}
          label="Who"
          description={patientId ? 'From the records' : 'Type a name; choose a person, or keep the name as given'}
          size="sm"
          maxLength={120}
          value={name}
          onChange={(event) => {
            changeDraft({ name: event.currentTarget.value, patientId: null })
            list.openDropdown()
            list.resetSelectedOption()
          }}
          onFocus={() => list.openDropdown()}
          onBlur={() => list.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!found || found.length === 0 || patientId !== null}>
        <Combobox.Options aria-label="People found">
          {(found ?? []).map((one) => {
            const number = mainNumber(one)
            return (
              <Combobox.Option key={one.id} value={one.id} className={styles.option}>
                <PersonText className={styles.name}>{fullName(one)}</PersonText>
                <PersonText className={styles.more}>
                  {[one.birthDate ? `born ${practice.times.withYear(one.birthDate)}` : '', number ? practice.phone(number) : '']
                    .filter(Boolean)
                    .join(' · ')}
                </PersonText>
              </Combobox.Option>
            )
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
