import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { inSentence } from '../../ui/times.ts'
import styles from './AiLine.module.css'
import { figuresOf } from './figures-of.ts'
import { LiveCall } from './LiveCall.tsx'
import { Outcomes } from './Outcomes.tsx'

/** Calls in progress with their captions, what the last ones came to, and the figures of the day. */
export function AiLine({ practice }: { practice: PracticeNow }) {
  const { value: work } = useLive('work.read', {})
  const numbers = practice.setup.phoneNumbers.filter((one) => one.status !== 'released')
  const main = numbers.find((one) => one.isPrimary) ?? numbers[0]
  const live = (work?.calls ?? []).filter((one) => one.status !== 'ended')
  const lastCall = (work?.calls ?? [])
    .map((one) => one.startedAt ?? one.createdAt)
    .toSorted()
    .at(-1)
  return (
    <section className={styles.line} aria-label="AI line">
      <Panel title="AI line" aside={main ? practice.phone(main.phoneNumber) : 'no number'}>
        {main ? null : <p className={styles.paused}>No number yet: the assistant answers no calls. One is added in Setup → Numbers.</p>}
        {main?.status === 'paused' ? <p className={styles.paused}>Paused: calls ring the desk, the assistant does not answer.</p> : null}
        {live.length === 0 ? (
          <p className={styles.quiet}>
            No call in progress.{' '}
            {lastCall ? `Last call ${inSentence(practice.times.dayAndTime(lastCall, practice.today))}.` : 'No calls yet today.'}
          </p>
        ) : (
          live.map((call) => (
            <LiveCall
              key={call.id}
              call={call}
              turns={(work?.callTurns ?? []).filter((one) => one.callId === call.id)}
              work={work}
              practice={practice}
            />
          ))
        )}
      </Panel>
      {work ? <Outcomes work={work} practice={practice} /> : null}
      {work ? (
        <Panel title="Today">
          <dl className={styles.figures}>
            {figuresOf(work, practice).map((one) => (
              <div key={one.words}>
                <dt>{one.words}</dt>
                <dd>{one.figure}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      ) : null}
    </section>
  )
}
