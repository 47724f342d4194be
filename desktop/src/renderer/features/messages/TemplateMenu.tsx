import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ThreadView } from '../../../ipc/views.ts'
import { deskNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './Composer.module.css'
import { ForWhom } from './ForWhom.tsx'
import { filledTemplate } from './template-values.ts'

type TemplateMenuProps = { practice: PracticeNow; view: ThreadView; onInsert: (text: string) => void }

/** The practice's templates as they would read for this person. Typing narrows them, Enter takes the marked one. */
export function TemplateMenu({ practice, view, onInsert }: TemplateMenuProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [patient, setPatient] = useState<Patient | null>(view.patients[0] ?? null)
  const { practice: own } = practice.setup
  const now = deskNow()
  const visit = view.appointments.find((one) => one.patientId === patient?.id && one.status === 'booked' && one.startsAt > now) ?? null
  const facts = { patient, visit, practice: { textName: own.textName, phone: practice.phone(own.phoneNumber), timeZone: own.timeZone } }
  const choices = own.settings.textTemplates
    .map((template) => ({ template, text: filledTemplate(template, facts) }))
    .filter(({ template, text }) => fold(`${template.name} ${text}`).includes(fold(typed)))
  const marked = Math.min(at, choices.length - 1)
  return (
    <section className={styles.tool} aria-label="Templates">
      <div className={styles.toolHead}>
        <TextInput
          autoFocus
          size="xs"
          className={styles.find}
          aria-label="Find a template"
          placeholder="Find a template"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls="template-choices"
          aria-activedescendant={choices[marked] ? `template-${marked}` : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && choices[marked]) onInsert(choices[marked].text)
            else if (event.key === 'ArrowDown') setAt(Math.min(choices.length - 1, marked + 1))
            else if (event.key === 'ArrowUp') setAt(Math.max(0, marked - 1))
            else return
            event.preventDefault()
          }}
        />
        <ForWhom patients={view.patients} chosen={patient} onChoose={setPatient} />
      </div>
      <div id="template-choices" role="listbox" aria-label="Templates" className={styles.choices}>
        {choices.map(({ template, text }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys; the choices are for the pointer.
          <div
            key={template.id}
            id={`template-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={styles.choice}
            onClick={() => onInsert(text)}
          >
            <strong>{template.name}</strong>
            <PersonText className={styles.preview}>{text}</PersonText>
          </div>
        ))}
      </div>
      {choices.length === 0 ? <p className={styles.hint}>No template has these words. Templates are written in Setup.</p> : null}
    </section>
  )
}
