import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useActions } from '../../live/actions.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { useFocusReturn } from '../../ui/use-put-away.ts'
import { useMessages } from './messages-store.ts'
import styles from './NewMessage.module.css'
import { type Recipient, recipientsOf } from './recipients.ts'

const MOST = 8

/** Finds whom to write to, by name, number or birth date; a number nobody has can be written to as well. */
export function NewMessage({ practice }: { practice: PracticeNow }) {
  const text = useMessages((state) => state.newText)
  const { typeNew, writeNew, select } = useMessages.getState()
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useFocusReturn(box)
  const typed = text.trim()
  const { value: found } = useLive('people.search', typed.length >= 2 ? { text: typed, limit: MOST } : null)
  const choices = typed.length >= 2 ? recipientsOf(typed, found ?? [], practice.setup.practice.country).slice(0, MOST) : []
  const chosen = Math.min(at, choices.length - 1)
  useActions([
    {
      id: 'messages-new-close',
      title: 'Close',
      keys: ['escape'],
      group: 'Messages',
      whileTyping: true,
      isHidden: true,
      run: () => writeNew(false),
    },
  ])
  const open = (one: Recipient | undefined) => {
    if (!one) return
    writeNew(false)
    select(one.phoneNumber)
  }
  return (
    <div className={styles.box} ref={box}>
      <TextInput
        autoFocus
        size="sm"
        label="New text to"
        placeholder="Name or number"
        value={text}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls="new-message-choices"
        aria-activedescendant={choices[chosen] ? `new-message-${chosen}` : undefined}
        onChange={(event) => {
          typeNew(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') open(choices[chosen])
          else if (event.key === 'ArrowDown') setAt(Math.min(choices.length - 1, chosen + 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1))
          else return
          event.preventDefault()
        }}
      />
      <div id="new-message-choices" role="listbox" aria-label="Found" className={styles.choices}>
        {choices.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys; the choices are for the pointer.
          <div
            key={one.key}
            id={`new-message-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.choice}
            onClick={() => open(one)}
          >
            <PersonText className={styles.name}>{one.patient ? fullName(one.patient) : practice.phone(one.phoneNumber)}</PersonText>
            <PersonText className={styles.second}>
              {one.patient
                ? [practice.phone(one.phoneNumber), one.patient.birthDate && practice.times.withYear(one.patient.birthDate)]
                    .filter(Boolean)
                    .join(' · ')
                : 'nobody has it on their card'}
            </PersonText>
          </div>
        ))}
      </div>
      {typed.length >= 2 && found && choices.length === 0 ? (
        <p className={styles.none}>Nobody found. Type a whole number to text it.</p>
      ) : null}
    </div>
  )
}
