import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useRef, useState } from 'react'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { FindField } from '../../ui/FindField.tsx'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'

type PersonFieldProps = { practice: PracticeNow; onChoose: (patient: Patient) => void; onNew: (typed: string) => void; autoFocus?: boolean }

const MOST = 8

/** Finds a person by name, number or birth date. The last row makes a new person of what was typed. */
export function PersonField({ practice, onChoose, onNew, autoFocus = false }: PersonFieldProps) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const isSearching = typed.length >= 2
  const { value, isLoading } = useLive('people.search', isSearching ? { text: typed, limit: MOST } : null)
  const kept = useRef<Patient[]>([])
  if (value) kept.current = value
  const people = isSearching ? kept.current : []
  const choices = people.map((one) => ({
    key: one.id,
    name: <PersonText>{fullName(one)}</PersonText>,
    second: <PersonText>{secondWords(practice, one)}</PersonText>,
  }))
  const choose = (at: number) => {
    const person = people[at]
    if (person) onChoose(person)
    else onNew(typed)
  }
  return (
    <FindField
      label="Who"
      placeholder="Name, number or birth date"
      text={text}
      choices={isSearching ? [...choices, { key: 'new', name: `New person “${typed}”`, second: null }] : []}
      isReading={isLoading}
      autoFocus={autoFocus}
      onType={setText}
      onChoose={choose}
    />
  )
}

function secondWords(practice: PracticeNow, patient: Patient): string {
  const number = mainNumber(patient)
  return [
    patient.birthDate ? practice.times.withYear(patient.birthDate) : '',
    number ? practice.phone(number) : '',
    patient.isNew ? 'new' : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
