import { TEMPLATE_FIELDS, TextTemplate } from '@dentalanswer/shared/domain/text-template.ts'
import { Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { PracticeNow } from '../../live/practice.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { checkForm } from '../../ui/plain-problems.ts'
import { Row, SetupForm } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'
import { costWords, optOutTrap, previewOf, unknownFields } from './template-words.ts'
import { useDraft } from './use-draft.ts'

type TemplateForm = Pick<TextTemplate, 'name' | 'bodyEn' | 'bodyEs'>
const FIELDS = { name: 'Name', bodyEn: 'English', bodyEs: 'Spanish' }
const FIELD_WORDS = { firstName: 'First name', day: 'Day', time: 'Time', practice: 'Practice', phone: 'Phone' }
const SAMPLES = { bodyEn: { day: 'Tue Dec 1', time: '2:00 PM' }, bodyEs: { day: 'mar 1 dic', time: '2:00 PM' } }

type TemplateFieldsProps = {
  practice: PracticeNow
  template: TextTemplate
  isNew: boolean
  onSave: (template: TextTemplate) => Promise<unknown>
  onRemove: () => void
}

/** One template with its text as a patient reads it, in both languages. */
export function TemplateFields({ practice, template: { id, name, bodyEn, bodyEs }, isNew, onSave, onRemove }: TemplateFieldsProps) {
  const [isRemoving, setRemoving] = useState(false)
  const isLive = useIsLive()
  const draft = useDraft<TemplateForm>(
    `templates:${id}`,
    { name, bodyEn, bodyEs },
    (form) => {
      const { value, problems } = checkForm(TextTemplate, { id, ...form })
      const traps = Object.fromEntries(
        (['bodyEn', 'bodyEs'] as const).flatMap((field) => (optOutTrap(form[field]) ? [[field, optOutTrap(form[field])!]] : [])),
      )
      if (problems || Object.keys(traps).length > 0) return { problems: { ...traps, ...problems } }
      return { save: () => onSave(value) }
    },
    isNew,
  )
  const { form, problems, type } = draft
  const remove = isNew ? (
    <Button onClick={onRemove}>Do not add</Button>
  ) : isRemoving ? (
    <>
      <Button tone="danger" disabled={!isLive} onClick={onRemove}>
        Remove this template
      </Button>
      <Button autoFocus onClick={() => setRemoving(false)}>
        Keep it
      </Button>
    </>
  ) : (
    <Button tone="quiet" disabled={!isLive} onClick={() => setRemoving(true)}>
      Remove…
    </Button>
  )
  return (
    <SetupForm title={form.name || 'New template'} draft={draft} names={FIELDS} extra={remove}>
      <Row effect="What staff look for under Templates in Messages. Patients never see it.">
        <TextInput
          label={FIELDS.name}
          value={form.name}
          autoFocus={isNew}
          error={problems.name}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
      </Row>
      {(['bodyEn', 'bodyEs'] as const).map((field) => (
        <BodyRow
          key={field}
          practice={practice}
          label={FIELDS[field]}
          sample={SAMPLES[field]}
          body={form[field]}
          problem={problems[field]}
          onType={(body) => type({ [field]: body })}
        />
      ))}
    </SetupForm>
  )
}

type BodyRowProps = {
  practice: PracticeNow
  label: string
  sample: { day: string; time: string }
  body: string
  problem: string | undefined
  onType: (body: string) => void
}

function BodyRow({ practice: { setup, phone }, label, sample, body, problem, onType }: BodyRowProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const preview = previewOf(body, {
    ...sample,
    firstName: 'Ana',
    practice: setup.practice.textName,
    phone: phone(setup.practice.phoneNumber),
  })
  const unknown = unknownFields(body)
  const trap = optOutTrap(body)
  const insert = (name: string) => {
    const { selectionStart = body.length, selectionEnd = body.length } = field.current ?? {}
    onType(`${body.slice(0, selectionStart)}{${name}}${body.slice(selectionEnd)}`)
    field.current?.focus()
  }
  return (
    <Row
      effect={
        <>
          {body.trim() ? <p className={styles.sample}>{preview.text}</p> : null}
          <p>{body.trim() ? costWords(preview) : 'As a patient reads it, once it is written.'}</p>
          {unknown.length > 0 ? (
            <p className={styles.warning}>Nothing fills in {unknown.map((name) => `{${name}}`).join(', ')}; it stays as written.</p>
          ) : null}
        </>
      }
    >
      <Textarea
        ref={field}
        label={label}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={600}
        value={body}
        error={problem ?? trap}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <div className={styles.line}>
        <span className={styles.second}>Fill in:</span>
        {TEMPLATE_FIELDS.map((name) => (
          <Button key={name} size="small" tone="quiet" aria-label={`Fill in ${FIELD_WORDS[name]} (${label})`} onClick={() => insert(name)}>
            {FIELD_WORDS[name]}
          </Button>
        ))}
      </div>
    </Row>
  )
}
