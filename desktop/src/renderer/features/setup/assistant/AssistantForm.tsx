import { recordingNotice } from '@dentalanswer/shared/domain/assistant-words.ts'
import { Switch, Textarea } from '@mantine/core'
import type { PracticeNow } from '../../../live/practice.ts'
import { runCommand } from '../../../live/run-command.ts'
import { presentOf } from '../practice-form.ts'
import { Row, SetupForm } from '../SetupForm.tsx'
import { useDraft } from '../use-draft.ts'
import { AnswersField } from './AnswersField.tsx'
import styles from './Assistant.module.css'
import { AssistantPreview } from './AssistantPreview.tsx'
import {
  ASSISTANT_FIELDS,
  assistantChange,
  assistantForm,
  assistantWords,
  type AssistantForm as Form,
  readInsurance,
  typedSettings,
} from './assistant-form.ts'
import { BookableTypes } from './BookableTypes.tsx'
import { ReachFields } from './ReachFields.tsx'
import { SpokenFields } from './SpokenFields.tsx'

/** What the practice's assistant is called, says first, may do and answers; beside it what callers will hear. */
export function AssistantForm({ practice: { setup } }: { practice: PracticeNow }) {
  const { practice } = setup
  const draft = useDraft<Form>('assistant:', assistantForm(practice), (form, edited) => {
    const read = assistantChange(form, edited, practice.country)
    if ('problems' in read) return read
    const expected = presentOf(practice, read.change)
    return { save: () => runCommand('practice.change', { ...read.change, expected }, 'The assistant', false) }
  })
  const { form, problems, type } = draft
  const settings = typedSettings(form)
  return (
    <div className={styles.around}>
      <div className={styles.beside}>
        <SetupForm title="Assistant" draft={draft} names={ASSISTANT_FIELDS} wordsFor={assistantWords}>
          <SpokenFields draft={draft} settings={settings} practiceName={practice.name} />
          <Row effect="Switched at once, not with Save. What is off is left to you: it writes down the wish and promises a call back.">
            <BookableTypes types={setup.appointmentTypes} />
          </Row>
          <ReachFields draft={draft} onCallCount={practice.settings.onCall.length} />
          <Row effect={insuranceWords(readInsurance(form.insurance).length)}>
            <Textarea
              label={ASSISTANT_FIELDS.insurance}
              description="Plans you take, one a line"
              autosize
              minRows={2}
              maxRows={12}
              value={form.insurance}
              error={problems.insurance}
              onChange={(event) => type({ insurance: event.currentTarget.value })}
            />
          </Row>
          <div className={styles.wide}>
            <AnswersField answers={form.answers} problem={problems.answers} onChange={(answers) => type({ answers })} />
          </div>
          <Row
            isFlat
            effect={
              form.recordCalls
                ? `Callers hear before anything else: “${recordingNotice(settings)}” In many places that is the law.`
                : 'No recording is kept. What was said is still written down with the call.'
            }
          >
            <Switch
              label="Record calls"
              checked={form.recordCalls}
              onChange={(event) => type({ recordCalls: event.currentTarget.checked })}
            />
          </Row>
        </SetupForm>
        <AssistantPreview setup={setup} form={form} settings={settings} />
      </div>
    </div>
  )
}

function insuranceWords(plans: number): string {
  if (plans === 0) return 'None: for every question about insurance it offers a call back.'
  return `${plans === 1 ? '1 plan' : `${plans} plans`}. For any other it offers a call back.`
}
