import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { Radio, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { callDesk } from '../../../bridge.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFocusReturn } from '../../../ui/use-put-away.ts'
import { doNow, NOT_OFFLINE } from './do-now.ts'
import { monthsBehind, stopsWorking, trafficWords, typedIs } from './give-up-words.ts'
import styles from './Numbers.module.css'
import { useNumbers } from './wizard-store.ts'

/** Giving a number up: what stops working, how much came in on it, and the number typed to confirm. */
export function GiveUp({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const field = `give up ${phone.id}`
  const typed = useNumbers((state) => state.typed[field]) ?? ''
  const { type, show } = useNumbers.getState()
  const panel = useRef<HTMLFormElement>(null)
  useFocusReturn(panel)
  const [isNow, setNow] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const traffic = useTraffic(practice, phone, isLive)
  const named = practice.phone(phone.phoneNumber)
  const isKept = phone.isPrimary && practice.setup.phoneNumbers.some((one) => isInUse(one) && one.id !== phone.id)
  const canDo = isLive && !isKept && typedIs(typed, phone.phoneNumber)
  const giveUp = async () => {
    setBusy(true)
    const done = isNow ? `${named} is being given up.` : `${named} is given up in thirty days.`
    const answer = await doNow('number.release', { phoneNumberId: phone.id, typed, isNow }, `Give up ${named}`, done)
    setBusy(false)
    if (!answer) return
    type(field, null)
    show(null)
  }
  return (
    <form
      ref={panel}
      className={styles.box}
      data-tone="amber"
      aria-label={`Give up ${named}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (canDo && !isBusy) void giveUp()
      }}
    >
      <h3>Give up {named}</h3>
      <ul className={styles.warnings}>
        {stopsWorking(phone, practice.phone).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {traffic ? <li>{traffic}</li> : null}
      </ul>
      <Radio.Group label="When" value={isNow ? 'now' : 'later'} onChange={(value) => setNow(value === 'now')}>
        <Radio value="later" label="In thirty days. Until then it works as before, and this can be taken back." mt={6} />
        <Radio value="now" label="At once. It cannot be had back for certain: carriers may give it to somebody else." mt={6} />
      </Radio.Group>
      <TextInput
        label="Type the number to confirm"
        placeholder={named}
        value={typed}
        autoFocus
        autoComplete="off"
        inputMode="tel"
        onChange={(event) => type(field, event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && show(null)}
      />
      <div className={styles.acts}>
        <Button tone="danger" type="submit" isBusy={isBusy} disabled={!canDo}>
          {isNow ? 'Give it up now' : 'Give it up in thirty days'}
        </Button>
        <Button onClick={() => show(null)}>Keep it</Button>
        {isKept ? <span>Make another number the main one first, then give this one up.</span> : null}
        {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
      </div>
    </form>
  )
}

const isInUse = (phone: PracticePhone) => phone.status !== 'released' && phone.releaseAt === null

/** What came in on it this month and last; null while that is not known. */
function useTraffic({ today }: PracticeNow, phone: PracticePhone, isLive: boolean): string | null {
  const [words, setWords] = useState<string | null>(null)
  const { from, to } = monthsBehind(today)
  useEffect(() => {
    if (!isLive) return
    let isWanted = true
    callDesk('usage.read', { from, to }).then(
      (report) => isWanted && setWords(trafficWords(report.rows.filter((row) => row.phoneNumberId === phone.id))),
      // Not known is no reason to keep anybody from going on; the line is left out.
      () => isWanted && setWords(null),
    )
    return () => {
      isWanted = false
    }
  }, [from, to, phone.id, isLive])
  return words
}
