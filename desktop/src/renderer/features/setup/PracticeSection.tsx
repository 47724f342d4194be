import { NativeSelect, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand } from '../../live/run-command.ts'
import { spanWords, timesIn } from '../../ui/times.ts'
import { OnCallList } from './OnCallList.tsx'
import { PRACTICE_FIELDS, type PracticeForm, practiceChange, practiceForm, presentOf } from './practice-form.ts'
import { Row, SetupForm } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'
import { sampleText } from './sample-text.ts'
import { useDraft } from './use-draft.ts'

const STEPS = ['5', '10', '15', '20', '30', '60']
const minutes = (typed: string) => (/^\d+$/.test(typed.trim()) ? spanWords(Number(typed)) : '')

/** The practice itself: how it is called, when it may be booked, and whom an emergency goes to. */
export function PracticeSection({ practice: { setup } }: { practice: PracticeNow }) {
  const { practice } = setup
  const now = useNow()
  const zones = useMemo(() => [...new Set([practice.timeZone, ...Intl.supportedValuesOf('timeZone')])], [practice.timeZone])
  const draft = useDraft<PracticeForm>('practice:', practiceForm(practice), (form, edited) => {
    const read = practiceChange(form, edited, practice.country)
    return 'problems' in read
      ? read
      : {
          save: () =>
            runCommand('practice.change', { ...read.change, expected: presentOf(practice, read.change) }, 'Practice settings', false),
        }
  })
  const { form, problems, type } = draft
  const text = (field: Exclude<keyof PracticeForm, 'onCall' | 'cancelByText'>) => ({
    label: PRACTICE_FIELDS[field],
    value: form[field],
    error: problems[field],
    autoComplete: 'off',
    onChange: (event: { currentTarget: HTMLInputElement }) => type({ [field]: event.currentTarget.value }),
  })
  const sample = sampleText(form.textName, form.phoneNumber, 'Tue Dec 1 at 2:00 PM')
  return (
    <SetupForm title="Practice" draft={draft} names={PRACTICE_FIELDS}>
      <Row effect="How the assistant names the practice when it answers.">
        <TextInput {...text('name')} />
      </Row>
      <Row
        effect={
          <>
            <p className={styles.sample}>{sample.text}</p>
            <p>{sample.segments === 1 ? 'Fits one segment.' : `${sample.segments} segments: a shorter name costs less.`}</p>
          </>
        }
      >
        <TextInput {...text('textName')} description="Short, so that a text stays one segment" />
      </Row>
      <Row effect="The number in every text, and what callers are told to call.">
        <TextInput {...text('phoneNumber')} />
      </Row>
      <Row
        effect={
          zones.includes(form.timeZone as never)
            ? `It is ${timesIn(form.timeZone as never, 'en-US').time(now)} there now. Every appointment keeps its instant: changing this moves what the board shows.`
            : ''
        }
      >
        <Select
          label={PRACTICE_FIELDS.timeZone}
          data={zones}
          searchable
          allowDeselect={false}
          limit={80}
          value={form.timeZone}
          error={problems.timeZone}
          nothingFoundMessage="No such zone"
          onChange={(zone) => type({ timeZone: zone ?? form.timeZone })}
        />
      </Row>
      <Row
        effect={
          form.cancelByText === 'automatic'
            ? 'A clear “cancel” frees the time at once and shows it as an opening. Staff can undo it.'
            : 'A texted “cancel” changes nothing; it waits in Now for a person.'
        }
      >
        <NativeSelect
          label={PRACTICE_FIELDS.cancelByText}
          data={[
            { value: 'automatic', label: 'Cancel the visit at once' },
            { value: 'ask_staff', label: 'Ask staff' },
          ]}
          value={form.cancelByText}
          onChange={(event) => type({ cancelByText: event.currentTarget.value === 'ask_staff' ? 'ask_staff' : 'automatic' })}
        />
      </Row>
      <Row effect={`The AI line books nothing that starts within ${minutes(form.minimumNoticeMinutes) || '…'}. Staff always can.`}>
        <TextInput {...text('minimumNoticeMinutes')} inputMode="numeric" rightSection="min" rightSectionWidth={44} />
      </Row>
      <Row effect={`The AI line offers times up to ${form.horizonDays || '…'} days ahead.`}>
        <TextInput {...text('horizonDays')} inputMode="numeric" rightSection="days" rightSectionWidth={44} />
      </Row>
      <Row effect={`Visits start at ${startsWords(Number(form.slotStepMinutes))}.`}>
        <NativeSelect
          label={PRACTICE_FIELDS.slotStepMinutes}
          data={STEPS.map((step) => ({ value: step, label: `Every ${step} minutes` }))}
          value={form.slotStepMinutes}
          onChange={(event) => type({ slotStepMinutes: event.currentTarget.value })}
        />
      </Row>
      <Row
        effect={
          form.newPatientsPerDay.trim() === ''
            ? 'No limit on new patients.'
            : `After ${form.newPatientsPerDay} new patients on a day the AI line offers other days.`
        }
      >
        <TextInput {...text('newPatientsPerDay')} inputMode="numeric" placeholder="No limit" />
      </Row>
      <Row
        effect={`A caller who names no time hears “within ${minutes(form.callbackWithinMinutes) || '…'}”, and the callback is due then.`}
      >
        <TextInput {...text('callbackWithinMinutes')} inputMode="numeric" rightSection="min" rightSectionWidth={44} />
      </Row>
      <Row
        effect={
          form.transferNumber.trim() === ''
            ? 'Nowhere to put a call through to: live calls cannot be taken over.'
            : 'Take over puts the caller through to this number.'
        }
      >
        <TextInput {...text('transferNumber')} placeholder="No number" />
      </Row>
      <Row effect={<OnCallWords count={form.onCall.length} step={form.alarmLadderMinutes} />}>
        <OnCallList people={form.onCall} problem={problems.onCall} onChange={(onCall) => type({ onCall })} />
      </Row>
      <Row effect="How long one person has to acknowledge before the next is texted.">
        <TextInput {...text('alarmLadderMinutes')} inputMode="numeric" rightSection="min" rightSectionWidth={44} />
      </Row>
    </SetupForm>
  )
}

function OnCallWords({ count, step }: { count: number; step: string }) {
  if (count === 0) return <span className={styles.warning}>Nobody is texted when an emergency waits; only the desks sound.</span>
  return `An emergency nobody acknowledges is texted to the first, after ${step || '…'} min to the next, and round again.`
}

function startsWords(step: number): string {
  const starts = Array.from({ length: Math.min(4, 60 / step) }, (_, at) => `:${String(at * step).padStart(2, '0')}`)
  return 60 / step > starts.length ? `${starts.join(', ')} …` : starts.join(', ')
}
