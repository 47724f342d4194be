import type { AssistantSettings } from '@dentalanswer/shared/domain/assistant.ts'
import { greetingOf } from '@dentalanswer/shared/domain/assistant-words.ts'
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { Row } from '../SetupForm.tsx'
import setupStyles from '../SetupPlace.module.css'
import type { DraftForm } from '../use-draft.ts'
import styles from './Assistant.module.css'
import { ASSISTANT_FIELDS, type AssistantForm, LANGUAGES, MOST_GREETING, VOICES } from './assistant-form.ts'

type SpokenFieldsProps = { draft: DraftForm<AssistantForm>; settings: AssistantSettings; practiceName: string }

/** What callers hear: its name, its first words, its voice and its languages. */
export function SpokenFields({ draft: { form, problems, type }, settings, practiceName }: SpokenFieldsProps) {
  return (
    <>
      <Row effect="What it calls itself.">
        <TextInput
          label={ASSISTANT_FIELDS.name}
          value={form.name}
          error={problems.name}
          maxLength={30}
          autoComplete="off"
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
      </Row>
      <Row
        effect={
          <>
            <div className={form.greeting === null ? styles.firstWords : undefined}>
              <p className={setupStyles.sample}>{greetingOf(practiceName, settings)}</p>
            </div>
            <p>That it is an AI, and that a call is recorded, is said in any case.</p>
          </>
        }
      >
        <Greeting
          greeting={form.greeting}
          problem={problems.greeting}
          standard={greetingOf(practiceName, { ...settings, greeting: null, recordCalls: false })}
          onChange={(greeting) => type({ greeting })}
        />
      </Row>
      <div className={styles.wide}>
        <Radio.Group
          label={ASSISTANT_FIELDS.voice}
          value={form.voice}
          onChange={(voice) => type({ voice: voice as AssistantForm['voice'] })}
        >
          <div className={styles.voices}>
            {Object.entries(VOICES).map(([voice, { name, words }]) => (
              <Radio key={voice} value={voice} label={name} description={words} />
            ))}
          </div>
        </Radio.Group>
      </div>
      <Row effect={form.languages.length > 1 ? 'It begins in the first of them, and follows the caller into the other.' : ''}>
        <NativeSelect
          label={ASSISTANT_FIELDS.languages}
          data={LANGUAGES}
          value={form.languages.join()}
          error={problems.languages}
          onChange={(event) => type({ languages: event.currentTarget.value.split(',') as AssistantForm['languages'] })}
        />
      </Row>
    </>
  )
}

type GreetingProps = {
  greeting: string | null
  problem: string | undefined
  /** What one's own words begin from. */
  standard: string
  onChange: (greeting: string | null) => void
}

function Greeting({ greeting, problem, standard, onChange }: GreetingProps) {
  return (
    <>
      <Radio.Group
        label={ASSISTANT_FIELDS.greeting}
        value={greeting === null ? 'standard' : 'own'}
        onChange={(kind) => onChange(kind === 'standard' ? null : standard.slice(0, MOST_GREETING))}
      >
        <Radio value="standard" label="Standard words" mt={6} />
        <Radio value="own" label="Our own words" mt={6} />
      </Radio.Group>
      {greeting === null ? null : (
        <Textarea
          mt={6}
          aria-label="Our own first words"
          autosize
          minRows={2}
          maxLength={MOST_GREETING}
          value={greeting}
          error={problem}
          description={`${greeting.length} of ${MOST_GREETING} characters`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  )
}
