import { Switch, TextInput } from '@mantine/core'
import { openPlace } from '../../../live/places.ts'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../SetupForm.tsx'
import type { DraftForm } from '../use-draft.ts'
import { ASSISTANT_FIELDS, type AssistantForm } from './assistant-form.ts'

type ReachFieldsProps = { draft: DraftForm<AssistantForm>; onCallCount: number }

/** Whom it puts callers through to, and what it does in an emergency. */
export function ReachFields({ draft: { form, problems, type }, onCallCount }: ReachFieldsProps) {
  const isNowhere = form.transferNumber.trim() === ''
  return (
    <>
      <Row
        effect={
          isNowhere
            ? 'Nowhere: whoever asks for a person is promised a call back, and a live call cannot be taken over.'
            : 'When somebody asks for a person while you are open, and when you take over a live call. Not a number the assistant answers itself.'
        }
      >
        <TextInput
          label={ASSISTANT_FIELDS.transferNumber}
          placeholder="No number"
          inputMode="tel"
          autoComplete="off"
          value={form.transferNumber}
          error={problems.transferNumber}
          onChange={(event) => type({ transferNumber: event.currentTarget.value })}
        />
      </Row>
      <Row
        isFlat
        effect={
          <>
            <p>The alarm sounds at every desk. {onCallWords(onCallCount)}</p>
            <Button size="small" onClick={() => openPlace('setup', 'practice')}>
              Who is on call
            </Button>
          </>
        }
      >
        <Switch
          label="Put emergencies through"
          description={isNowhere ? 'Works once there is a number to put through to' : 'After the alarm was raised'}
          checked={form.putEmergenciesThrough}
          onChange={(event) => type({ putEmergenciesThrough: event.currentTarget.checked })}
        />
      </Row>
    </>
  )
}

function onCallWords(count: number): string {
  if (count === 0) return 'Nobody is on call yet.'
  return count === 1 ? 'Then the one on call is texted.' : `Then the ${count} on call are texted, one after the other.`
}
