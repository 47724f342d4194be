import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import styles from './FindField.module.css'

export type FindChoice = { key: string; name: ReactNode; second?: ReactNode }
type FindFieldProps = {
  label: string
  placeholder: string
  text: string
  /** What was found for the text; the first is chosen with Enter unless the arrows went on. */
  choices: readonly FindChoice[]
  /** What is found for the newest letters is not there yet. */
  isReading?: boolean
  autoFocus?: boolean
  onType: (text: string) => void
  onChoose: (at: number) => void
}

/** A field that lists what was found below it while one types. */
export function FindField({ label, placeholder, text, choices, isReading = false, autoFocus = false, onType, onChoose }: FindFieldProps) {
  const [at, setAt] = useState(0)
  const [isEntered, setEntered] = useState(false)
  const id = useId()
  const here = Math.min(at, choices.length - 1)
  // Who types a name and presses Enter in one go means what that finds, and not what the first letters found.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of reading lets a press through.
  useEffect(() => {
    if (isReading || !isEntered) return
    setEntered(false)
    if (here >= 0) onChoose(here)
  }, [isReading, isEntered])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isReading) setEntered(true)
    else if (choices.length === 0) return
    else if (event.key === 'ArrowDown') setAt((here + 1) % choices.length)
    else if (event.key === 'ArrowUp') setAt((here - 1 + choices.length) % choices.length)
    else if (event.key === 'Enter') onChoose(here)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <TextInput
        label={label}
        placeholder={placeholder}
        value={text}
        autoFocus={autoFocus}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
        onChange={(event) => {
          onType(event.currentTarget.value)
          setAt(0)
          setEntered(false)
        }}
        onKeyDown={press}
      />
      {choices.length > 0 ? (
        <div className={styles.list} id={`${id}-list`} role="listbox" aria-label="Found">
          {choices.map((one, row) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, as a combobox does.
            <div
              key={one.key}
              id={`${id}-${row}`}
              role="option"
              aria-selected={row === here}
              tabIndex={-1}
              className={styles.choice}
              onClick={() => onChoose(row)}
            >
              <strong className={styles.name}>{one.name}</strong>
              {one.second ? <span className={styles.second}>{one.second}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
