import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { NativeSelect } from '@mantine/core'
import { callDesk } from '../../../bridge.ts'
import { wordsOf } from '../../../live/run-command.ts'
import { tell } from '../../../live/tell.ts'
import { Button } from '../../../ui/Button.tsx'
import choose from './Choose.module.css'
import { CARRIERS, type Carrier, FORWARD_WHEN, type ForwardWhen, forwardCodes } from './forward-codes.ts'
import styles from './Numbers.module.css'
import { useNumbers } from './wizard-store.ts'

const carriers = Object.entries(CARRIERS).map(([value, { name }]) => ({ value, label: name }))
const times = Object.entries(FORWARD_WHEN).map(([value, label]) => ({ value, label }))

/** What to dial on the practice's own phone so that its calls come to `to`, by carrier and by when. */
export function ForwardingPanel({ to }: { to: PhoneNumber }) {
  const { carrier, when } = useNumbers((state) => state.draft)
  const change = useNumbers((state) => state.change)
  const { on, off, advice } = forwardCodes(carrier, when, to)
  return (
    <section className={styles.box} aria-label="Forwarding">
      <div className={choose.pair}>
        <NativeSelect
          label="Who serves your line"
          data={carriers}
          value={carrier}
          onChange={(event) => change({ carrier: event.currentTarget.value as Carrier })}
        />
        <NativeSelect
          label="What is forwarded"
          data={times}
          value={when}
          onChange={(event) => change({ when: event.currentTarget.value as ForwardWhen })}
        />
      </div>
      {on.length > 0 ? (
        <dl className={choose.codes}>
          <Codes name="To turn it on, dial" codes={on} />
          <Codes name="To turn it off, dial" codes={off} />
        </dl>
      ) : null}
      {advice.map((line) => (
        <p key={line} className={styles.second}>
          {line}
        </p>
      ))}
    </section>
  )
}

function Codes({ name, codes }: { name: string; codes: string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {codes.map((code, at) => (
        <dd key={code}>
          {at > 0 ? <span className={styles.second}>and </span> : null}
          <code>{code}</code>
          <Button size="small" tone="quiet" aria-label={`Copy ${code}`} onClick={() => copy(code)}>
            Copy
          </Button>
        </dd>
      ))}
    </div>
  )
}

function copy(text: string): void {
  callDesk('clipboard.write', { text }).then(
    () => tell({ tone: 'done', text: 'Copied.' }),
    (error) => tell({ tone: 'problem', text: wordsOf(error) }),
  )
}
