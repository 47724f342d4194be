import { formatPhone } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useNow } from '../../../live/clock.ts'
import { useLive } from '../../../live/live-query.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { ago } from '../../../ui/times.ts'
import { rentWords } from './money.ts'
import styles from './Numbers.module.css'
import { WAYS } from './number-state.ts'

function rentOf(phone: PracticePhone): string {
  if (phone.status === 'released') return 'none any more'
  if (phone.way === 'given' && phone.rentMicrodollars === null) return 'paid by the operator'
  return rentWords(phone.rentMicrodollars)
}

const latest = (known: Instant | null, since: { createdAt: Instant }[] = []): Instant | null =>
  since.reduce<Instant | null>((last, one) => (last === null || one.createdAt > last ? one.createdAt : last), known)

/** What is known about a number beside its state. */
export function NumberFacts({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const now = useNow()
  const { health } = phone
  const isGone = phone.status === 'released'
  // A look is minutes old; what came since is known here.
  const { value } = useLive('trial.read', isGone ? null : { phoneNumberId: phone.id, since: health.checkedAt ?? phone.createdAt })
  const when = (at: typeof health.lastCallAt) => (at ? `${practice.times.dayAndTime(at, practice.today)} · ${ago(at, now)}` : 'none yet')
  const facts: [string, string][] = [
    ['Last call', when(latest(health.lastCallAt, value?.calls))],
    ['Last text', when(latest(health.lastTextAt, value?.messages))],
    ['Rent', rentOf(phone)],
    ['How it came', WAYS[phone.way]],
    ...(phone.forwardedFrom
      ? [['Forwards here', formatPhone(phone.forwardedFrom, practice.setup.practice.country)] as [string, string]]
      : []),
    ...(phone.assistantVersion === null || isGone ? [] : [['Assistant', `version ${phone.assistantVersion}`] as [string, string]]),
    ['Here since', practice.times.relativeDay(practice.times.dayOf(phone.createdAt), practice.today)],
  ]
  return (
    <Panel title="About this number">
      <dl className={styles.facts}>
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
