import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './PersonField.module.css'

type PersonFieldProps = { practice: PracticeNow; onChoose: (patient: Patient) => void; onNew: (typed: string) => void; autoFocus?: boolean }

const MOST = 8

/** Finds a person by name, number or birth date. The last row makes a new person of what was typed. */
export function PersonField({ practice, onChoose, onNew, autoFocus = false }: PersonFieldProps) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const typed = text.trim()
  const { value, isLoading } = useLive('people.search', typed.length >= 2 ? { text: typed, limit: MOST } : null)
  const kept = useRef<Patient[]>([])
  if (value) kept.current = value
  const [isEntered, setEntered] = useState(false)
  const people = typed.length >= 2 ? kept.current : []
  const count = typed.length >= 2 ? people.length + 1 : 0
  const here = Math.min(at, count - 1)
  const choose = (row: number) => {
    const person = people[row]
    if (person) onChoose(person)
    else onNew(typed)
  }
  // Who types a name and presses Enter in one go means whom that finds, and neither somebody new nor whom the first letters found.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of reading lets a press through.
  useEffect(() => {
    if (isLoading || !isEntered) return
    setEntered(false)
    choose(here)
  }, [isLoading, isEntered])
  const press = (event: KeyboardEvent) => {
    if (count === 0) return
    if (event.key === 'ArrowDown') setAt((here + 1) % count)
    else if (event.key === 'ArrowUp') setAt((here - 1 + count) % count)
    else if (event.key === 'Enter') isLoading ? setEntered(true) : choose(here)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.field}>
      <TextInput
        label="Who"
        placeholder="Name, number or birth date"
        value={text}
        autoFocus={autoFocus}
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}-${here}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
          setEntered(false)
        }}
        onKeyDown={press}
      />
      {count > 0 ? (
        <div className={styles.list} id={`${id}-list`} role="listbox" aria-label="People found">
          {people.map((one, row) => (
            <Row key={one.id} id={`${id}-${row}`} isHere={row === here} onChoose={() => choose(row)}>
              <PersonText>
                <strong>{fullName(one)}</strong>
              </PersonText>
              <span className={styles.second}>
                <PersonText>
                  {[one.birthDate ? practice.times.withYear(one.birthDate) : '', numberWords(practice, one), one.isNew ? 'new' : '']
                    .filter(Boolean)
                    .join(' · ')}
                </PersonText>
              </span>
            </Row>
          ))}
          <Row id={`${id}-${people.length}`} isHere={here === people.length} onChoose={() => choose(people.length)}>
            <strong>New person “{typed}”</strong>
          </Row>
        </div>
      ) : null}
    </div>
  )
}

const numberWords = (practice: PracticeNow, patient: Patient) => {
  const number = mainNumber(patient)
  return number ? practice.phone(number) : ''
}

function Row({ id, isHere, onChoose, children }: { id: string; isHere: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, as a combobox does.
    <div id={id} role="option" aria-selected={isHere} tabIndex={-1} className={styles.row} onClick={onChoose}>
      {children}
    </div>
  )
}
