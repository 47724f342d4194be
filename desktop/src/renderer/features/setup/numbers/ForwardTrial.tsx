import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { inSentence } from '../../../ui/times.ts'
import { doNow } from './do-now.ts'
import { forwardVerdict } from './forward-verdict.ts'
import styles from './Numbers.module.css'
import rows from './Run.module.css'

/** Whether the practice's own line really comes here: one test call, its verdict, and what to change. */
export function ForwardTrial({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const [isBusy, setBusy] = useState(false)
  const test = phone.forwardTest
  const verdict = test ? forwardVerdict(test) : null
  const own = phone.forwardedFrom ? practice.phone(phone.forwardedFrom) : ''
  const start = () => {
    setBusy(true)
    void doNow('number.tryForward', { phoneNumberId: phone.id }, 'Test forwarding', `Calling ${own}.`).finally(() => setBusy(false))
  }
  return (
    <section className={rows.forward} aria-label="Test of forwarding">
      <div className={rows.trialHead}>
        <h3>Does {own} come here?</h3>
        <span role="status">
          <Tag tone={verdict?.tone ?? 'grey'}>{verdict?.words ?? 'Not tried yet'}</Tag>
        </span>
        <Button size="small" isBusy={isBusy || test?.state === 'calling'} disabled={!isLive} onClick={start}>
          Test forwarding
        </Button>
      </div>
      <p className={styles.second}>
        {test
          ? `${test.message} Tested ${inSentence(practice.times.dayAndTime(test.startedAt, practice.today))}.`
          : 'The practice’s own line is called, and this desk watches whether the call arrives. Nobody picks up; it takes under a minute.'}
      </p>
      {verdict?.advice ? <p className={styles.plain}>{verdict.advice}</p> : null}
    </section>
  )
}
