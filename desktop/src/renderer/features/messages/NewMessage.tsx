import { useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { type FindChoice, FindField } from '../../ui/FindField.tsx'
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
  const box = useRef<HTMLDivElement>(null)
  useFocusReturn(box)
  const typed = text.trim()
  const { value: found, isLoading } = useLive('people.search', typed.length >= 2 ? { text: typed, limit: MOST } : null)
  const choices = typed.length >= 2 ? recipientsOf(typed, found ?? [], practice.setup.practice.country).slice(0, MOST) : []
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
      <FindField
        autoFocus
        label="New text to"
        placeholder="Name or number"
        text={text}
        choices={choices.map((one) => choiceOf(one, practice))}
        isReading={isLoading}
        onType={typeNew}
        onChoose={(at) => open(choices[at])}
      />
      {typed.length >= 2 && found && choices.length === 0 ? (
        <p className={styles.none}>Nobody found. Type a whole number to text it.</p>
      ) : null}
    </div>
  )
}

function choiceOf({ key, phoneNumber, patient }: Recipient, practice: PracticeNow): FindChoice {
  const number = practice.phone(phoneNumber)
  if (!patient) return { key, name: <PersonText>{number}</PersonText>, second: 'nobody has it on their card' }
  const second = [number, patient.birthDate && practice.times.withYear(patient.birthDate)].filter(Boolean).join(' · ')
  return { key, name: <PersonText>{fullName(patient)}</PersonText>, second: <PersonText>{second}</PersonText> }
}
