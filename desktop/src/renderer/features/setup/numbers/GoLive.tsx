import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { useActions } from '../../../live/actions.ts'
import { useLive } from '../../../live/live-query.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import choose from './Choose.module.css'
import { doNow, NOT_OFFLINE } from './do-now.ts'
import { ForwardingPanel } from './ForwardingPanel.tsx'
import { liveChecks } from './live-checks.ts'
import styles from './Numbers.module.css'
import { TryOut } from './TryOut.tsx'
import { trialNow } from './trial-view.ts'
import wizard from './Wizard.module.css'
import { useNumbers } from './wizard-store.ts'

const phoneOf = (practice: PracticeNow, run: OnboardingRun): PracticePhone | null =>
  practice.setup.phoneNumbers.find((one) => one.id === run.phoneNumberId) ?? null

const NOT_YET = <p className={styles.meaning}>The number is not here yet.</p>

/** The new number tried out, with the codes for forwarding where it stands behind another. */
export function TryStep({ practice, run }: { practice: PracticeNow; run: OnboardingRun }) {
  const phone = phoneOf(practice, run)
  if (!phone) return NOT_YET
  return (
    <div className={styles.stack}>
      {phone.forwardedFrom ? (
        <>
          <p className={styles.meaning}>Dial this on {practice.phone(phone.forwardedFrom)}, then test below whether its calls arrive:</p>
          <ForwardingPanel to={phone.phoneNumber} />
        </>
      ) : null}
      <TryOut practice={practice} phone={phone} />
    </div>
  )
}

/** The last look: what callers meet from now on, and the ways to stop or go back. */
export function GoLive({ practice, run }: { practice: PracticeNow; run: OnboardingRun }) {
  const isLive = useIsLive()
  const { finish, show } = useNumbers()
  const chooseNumber = useNumbers((state) => state.choose)
  const phone = phoneOf(practice, run)
  const isPaused = phone?.status === 'paused'
  const pause = () => {
    if (!phone || !isLive) return
    const named = practice.phone(phone.phoneNumber)
    const at = { phoneNumberId: phone.id }
    void (isPaused
      ? doNow('number.resume', at, `Answer calls on ${named}`, `The assistant answers ${named} again.`)
      : doNow('number.pause', at, `Pause ${named}`, `Calls to ${named} ring the desk.`))
  }
  const done = () => {
    finish()
    if (phone) chooseNumber(phone.id)
  }
  const takeBack = () => {
    done()
    show('giveUp')
  }
  useActions(
    phone
      ? [
          { id: 'wizard-done', title: 'Done', keys: ['g'], group: 'Add a number', isInFooter: true, run: done },
          {
            id: 'wizard-pause',
            title: isPaused ? 'Let the assistant answer' : 'Pause: ring the desk',
            keys: ['h'],
            group: 'Add a number',
            run: pause,
          },
          { id: 'wizard-take-back', title: 'Take it back', keys: ['u'], group: 'Add a number', run: takeBack },
        ]
      : [],
  )
  const trial = phone?.trial ?? null
  const { value } = useLive('trial.read', phone && trial ? { phoneNumberId: phone.id, since: trial.startedAt } : null)
  if (!phone) return NOT_YET
  const seen = trial && value ? trialNow(value, trial) : null
  return (
    <div className={styles.stack}>
      <header className={styles.head}>
        <h3 className={wizard.number}>{practice.phone(phone.phoneNumber)}</h3>
        {phone.isPrimary ? <Tag tone="accent">Main</Tag> : null}
      </header>
      <Panel title="Before patients use it" isFlush>
        <dl className={choose.checks}>
          {liveChecks(phone, seen).map((one) => (
            <div key={one.what}>
              <dt>{one.what}</dt>
              <dd>
                <Tag tone={one.tone}>{one.words}</Tag>
                {one.advice ? <span className={choose.why}>{one.advice}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <div className={styles.acts}>
        <Button tone="main" keys="g" onClick={done}>
          Done
        </Button>
        {phone.isPrimary ? null : (
          <Button
            disabled={!isLive}
            onClick={() =>
              void doNow(
                'number.change',
                { phoneNumberId: phone.id, isPrimary: true },
                'Make it the main number',
                `${practice.phone(phone.phoneNumber)} is the main number.`,
              )
            }
          >
            Make it the main number
          </Button>
        )}
        <Button keys="h" disabled={!isLive} onClick={pause}>
          {isPaused ? 'Let the assistant answer' : 'Pause: ring the desk'}
        </Button>
        <Button tone="quiet" keys="u" onClick={takeBack}>
          Take it back…
        </Button>
        {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
      </div>
    </div>
  )
}
