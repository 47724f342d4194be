import { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { OrderedPicks } from './OrderedPicks.tsx'
import { Row, SetupForm } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'
import { readTypeForm, TYPE_FIELDS, type TypeForm, typeForm, whyNotBookable } from './type-form.ts'
import { useDraft } from './use-draft.ts'

type TypeFieldsProps = { practice: PracticeNow; type: AppointmentType; isNew: boolean; onDrop: () => void }
type TextField = 'name' | 'durationMinutes' | 'bufferMinutes' | 'minimumAge' | 'maximumAge' | 'dentistCheckMinutes' | 'maxPerDay'
const FOR_WHOM = { any: 'Everyone', new: 'New patients only', known: 'Known patients only' }

/** One appointment type with what each field does to booking. */
export function TypeFields({ practice: { setup, providerName, operatoryName }, type: kept, isNew, onDrop }: TypeFieldsProps) {
  const draft = useDraft<TypeForm>(
    `types:${kept.id}`,
    typeForm(kept),
    (form) => {
      const read = readTypeForm(form, kept)
      if ('problems' in read) return read
      const input = { ...read.type, expected: isNew ? null : kept }
      return { save: () => runCommand('appointmentType.put', input, `Appointment type ${read.type.name}`, false) }
    },
    isNew,
  )
  const { form, problems, type } = draft
  const text = (field: TextField, right?: string) => ({
    label: TYPE_FIELDS[field],
    value: form[field],
    error: problems[field],
    autoComplete: 'off',
    ...(right ? { rightSection: right, rightSectionWidth: 44, inputMode: 'numeric' as const } : {}),
    onChange: (event: { currentTarget: HTMLInputElement }) => type({ [field]: event.currentTarget.value }),
  })
  const flag = (field: 'isEmergency' | 'bookableByVoice' | 'active') => ({
    label: TYPE_FIELDS[field],
    checked: form[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => type({ [field]: event.currentTarget.checked }),
  })
  const wordsFor = (value: unknown, field: string) => {
    if (field === 'providers') return (value as TypeForm['providers']).map((one) => providerName(one.providerId)).join(', ')
    if (field === 'operatoryIds') return (value as string[]).map(operatoryName).join(', ')
    return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value)
  }
  const stop = whyNotBookable(form)
  const total = Number(form.durationMinutes) + Number(form.bufferMinutes)
  return (
    <SetupForm
      title={form.name || 'New appointment type'}
      draft={draft}
      names={TYPE_FIELDS}
      wordsFor={wordsFor}
      extra={isNew ? <Button onClick={onDrop}>Do not add</Button> : null}
    >
      <Row effect={stop ? <span className={styles.warning}>{stop}</span> : 'On the board and said by the AI line.'}>
        <TextInput {...text('name')} autoFocus={isNew} />
      </Row>
      <Row effect="Other words callers use for it, with commas between. The AI line takes them for this type.">
        <Textarea
          label={TYPE_FIELDS.spokenNames}
          autosize
          minRows={1}
          maxRows={5}
          value={form.spokenNames}
          error={problems.spokenNames}
          placeholder="checkup, teeth cleaning"
          onChange={(event) => type({ spokenNames: event.currentTarget.value })}
        />
      </Row>
      <Row effect={Number.isFinite(total) ? `The operatory is taken for ${total} min: the visit and its turnover.` : ''}>
        <div className={styles.pair}>
          <TextInput {...text('durationMinutes', 'min')} />
          <TextInput {...text('bufferMinutes', 'min')} />
        </div>
      </Row>
      <Row effect="The first who is free is taken. An own length counts instead of the usual one.">
        <OrderedPicks
          label={TYPE_FIELDS.providers}
          picks={form.providers}
          idOf={(pick) => pick.providerId}
          nameOf={providerName}
          choices={setup.providers.filter((one) => one.active)}
          make={(providerId) => ({ providerId, durationMinutes: '' })}
          onChange={(providers) => type({ providers })}
          problem={problems.providers}
          field={(pick, put) => (
            <TextInput
              aria-label={`Length with ${providerName(pick.providerId)}`}
              placeholder="usual"
              rightSection="min"
              rightSectionWidth={44}
              value={pick.durationMinutes}
              onChange={(event) => put({ ...pick, durationMinutes: event.currentTarget.value })}
            />
          )}
        />
      </Row>
      <Row effect="The first that is free is taken.">
        <OrderedPicks
          label={TYPE_FIELDS.operatoryIds}
          picks={form.operatoryIds}
          idOf={(pick) => pick}
          nameOf={operatoryName}
          choices={setup.operatories.filter((one) => one.active)}
          make={(id) => id}
          onChange={(operatoryIds) => type({ operatoryIds })}
          problem={problems.operatoryIds}
        />
      </Row>
      <Row
        effect={
          form.patients === 'any'
            ? 'Offered to everyone.'
            : form.patients === 'new'
              ? 'Offered until the first completed visit.'
              : 'Offered after the first completed visit.'
        }
      >
        <NativeSelect
          label={TYPE_FIELDS.patients}
          data={Object.entries(FOR_WHOM).map(([value, label]) => ({ value, label }))}
          value={form.patients}
          onChange={(event) => type({ patients: AppointmentType.shape.patients.parse(event.currentTarget.value) })}
        />
      </Row>
      <Row effect={agesWords(form)}>
        <div className={styles.pair}>
          <TextInput {...text('minimumAge')} placeholder="any" inputMode="numeric" />
          <TextInput {...text('maximumAge')} placeholder="any" inputMode="numeric" />
        </div>
      </Row>
      <Row
        isFlat
        effect={form.isEmergency ? 'May use time kept for emergencies.' : 'Keeps out of time kept for emergencies until it is released.'}
      >
        <Switch {...flag('isEmergency')} />
      </Row>
      <Row
        effect={
          Number(form.dentistCheckMinutes) > 0
            ? `A dentist must be at work for ${form.dentistCheckMinutes} min inside the visit.`
            : 'No dentist needs to look in.'
        }
      >
        <TextInput {...text('dentistCheckMinutes', 'min')} />
      </Row>
      <Row effect={form.maxPerDay.trim() ? `The AI line books at most ${form.maxPerDay} a day.` : 'No limit a day.'}>
        <TextInput {...text('maxPerDay')} placeholder="No limit" inputMode="numeric" />
      </Row>
      <Row isFlat effect={form.bookableByVoice ? 'Callers can book it without staff.' : 'Callers are promised a callback; staff book it.'}>
        <Switch {...flag('bookableByVoice')} />
      </Row>
      <Row isFlat effect={form.active ? '' : 'Not offered from now on. Appointments already booked stay.'}>
        <Switch {...flag('active')} />
      </Row>
    </SetupForm>
  )
}

function agesWords({ minimumAge, maximumAge }: TypeForm): string {
  const [from, to] = [minimumAge.trim(), maximumAge.trim()]
  if (!from && !to) return 'For any age.'
  if (from && to) return `From ${from} to ${to} years.`
  return from ? `From ${from} years.` : `Up to ${to} years.`
}
