import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { useRef, useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFocusReturn } from '../../../ui/use-put-away.ts'
import { doNow, NOT_OFFLINE } from './do-now.ts'
import styles from './Numbers.module.css'
import { replaceWords } from './number-state.ts'
import { useNumbers } from './wizard-store.ts'

/** A new assistant in the place of the present one, after saying what callers notice. */
export function ReplaceAssistant({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel)
  const [isBusy, setBusy] = useState(false)
  const { show } = useNumbers.getState()
  const named = practice.phone(phone.phoneNumber)
  const replace = async () => {
    setBusy(true)
    const done = `A new assistant is being made for ${named}.`
    const answer = await doNow('number.replaceAssistant', { phoneNumberId: phone.id }, `Replace the assistant of ${named}`, done)
    setBusy(false)
    if (answer) show(null)
  }
  return (
    <section ref={panel} className={styles.box} data-tone="amber" aria-label={`Replace the assistant of ${named}`}>
      <p className={styles.plain}>{replaceWords(phone)}</p>
      <div className={styles.acts}>
        <Button tone="main" autoFocus isBusy={isBusy} disabled={!isLive} onClick={() => void replace()}>
          Make a new one
        </Button>
        <Button onClick={() => show(null)}>Leave it</Button>
        {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
      </div>
    </section>
  )
}
