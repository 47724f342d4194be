import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNow } from '../../../live/clock.ts'
import { useLive } from '../../../live/live-query.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { PersonText } from '../../../ui/PersonText.tsx'
import { doNow, NOT_OFFLINE } from './do-now.ts'
import { ForwardTrial } from './ForwardTrial.tsx'
import styles from './Numbers.module.css'
import { TEXTING } from './number-state.ts'
import rows from './Run.module.css'
import { CallTrialRow, TextTrialRow } from './TrialRows.tsx'
import { isTrying, trialNow } from './trial-view.ts'
import { useNumbers } from './wizard-store.ts'

const NOTHING = { calls: [], callTurns: [], messages: [] }

/** A staff member tries a number with their own phone: calls and texts both ways, shown as they happen. */
export function TryOut({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const now = useNow()
  const trial = isTrying(phone.trial, now) ? phone.trial : null
  const { value } = useLive('trial.read', trial ? { phoneNumberId: phone.id, since: trial.startedAt } : null)
  const [busy, setBusy] = useState<string | null>(null)
  const at = { phoneNumberId: phone.id }
  const named = practice.phone(phone.phoneNumber)
  const doing = (id: string, work: () => Promise<unknown>) => () => {
    setBusy(id)
    void work().finally(() => setBusy(null))
  }
  const seen = trial ? trialNow(value ?? NOTHING, trial) : null
  return (
    <Panel title="With your own phone" aside={trial ? `until ${practice.times.time(trial.endsAt)}` : ''}>
      <OwnPhone key={trial?.startedAt} practice={practice} phone={phone} />
      {trial && seen ? (
        <ul className={rows.trials} aria-label="Trials">
          <CallTrialRow title="You call in" text={`Call ${named} from your phone.`} trial={seen.callIn} />
          <CallTrialRow
            title="It calls you"
            text="The assistant phones you, as for a call back."
            trial={seen.callOut}
            button={
              <Button
                size="small"
                isBusy={busy === 'call'}
                disabled={!isLive}
                onClick={doing('call', () => doNow('number.tryCall', at, 'Call me', 'Your phone will ring in a moment.'))}
              >
                Call me
              </Button>
            }
          />
          <TextTrialRow title="You text in" text={`Text anything to ${named}.`} message={seen.textIn} practice={practice} />
          <TextTrialRow
            title="It texts you"
            text={phone.texting === 'ready' ? 'A short text goes to your phone.' : TEXTING[phone.texting].meaning}
            message={seen.textOut}
            practice={practice}
            button={
              <Button
                size="small"
                isBusy={busy === 'text'}
                disabled={!isLive || phone.texting !== 'ready'}
                onClick={doing('text', () => doNow('number.tryText', at, 'Text me', 'The text is on its way.'))}
              >
                Text me
              </Button>
            }
          />
        </ul>
      ) : null}
      {phone.forwardedFrom ? <ForwardTrial practice={practice} phone={phone} /> : null}
      {isLive ? null : <p className={styles.second}>{NOT_OFFLINE}</p>}
    </Panel>
  )
}

function OwnPhone({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const now = useNow()
  const { country } = practice.setup.practice
  const trial = isTrying(phone.trial, now) ? phone.trial : null
  const kept = useNumbers((state) => state.typed.try)
  const { type } = useNumbers.getState()
  const typed = kept ?? ''
  const read = readPhoneNumber(typed, country)
  const [isOther, setOther] = useState(false)
  const isOurs = practice.setup.phoneNumbers.some((one) => one.status !== 'released' && one.phoneNumber === read)
  const begin = async () => {
    if (!read || isOurs || !isLive) return
    const begun = await doNow('number.try', { phoneNumberId: phone.id, phoneNumber: read }, 'Try the number', 'Ready: call or text it now.')
    if (!begun) return
    type('try', null)
    setOther(false)
  }
  if (trial && !isOther)
    return (
      <p className={styles.line}>
        Trying with{' '}
        <strong>
          <PersonText>{practice.phone(trial.phoneNumber)}</PersonText>
        </strong>
        <Button size="small" tone="quiet" onClick={() => setOther(true)}>
          Another phone
        </Button>
      </p>
    )
  return (
    <form
      className={rows.own}
      aria-label="Your own phone"
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <TextInput
        label={trial ? 'Another phone' : 'Your own phone'}
        description="For half an hour its calls and texts here count as a trial: no patient is made of it, and nobody has to look after it."
        inputMode="tel"
        autoComplete="off"
        value={typed}
        error={isOurs ? 'That is one of the practice’s own numbers here.' : undefined}
        onChange={(event) => type('try', event.currentTarget.value)}
      />
      <Button tone={trial ? 'plain' : 'main'} type="submit" disabled={!read || isOurs || !isLive}>
        {trial ? 'Use this one' : 'Begin'}
      </Button>
    </form>
  )
}
