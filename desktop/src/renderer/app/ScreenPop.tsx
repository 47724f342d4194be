import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { useEffect } from 'react'
import type { HouseholdView } from '../../ipc/views.ts'
import { isTrying } from '../features/setup/numbers/trial-view.ts'
import { useActions } from '../live/actions.ts'
import { useNow } from '../live/clock.ts'
import { useLive } from '../live/live-query.ts'
import { useNotices } from '../live/notices.ts'
import { openPlace } from '../live/places.ts'
import { type PracticeNow, usePractice } from '../live/practice.ts'
import { Button } from '../ui/Button.tsx'
import { householdName } from '../ui/names.ts'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import { callLength, inSentence } from '../ui/times.ts'
import styles from './Callouts.module.css'
import { callStateWords } from './caller-facts.ts'
import { Heard } from './Heard.tsx'
import { ScreenPopPeople } from './ScreenPopPeople.tsx'
import { useTakeOver } from './use-take-over.ts'

type Incoming = { callId: string; phoneNumber: string | null }

/** Who calls, while they call. It takes neither the focus nor the field in use, and goes when the call ends. */
export function ScreenPop() {
  const incoming = useNotices((state) => state.incoming)
  const practice = usePractice()
  const now = useNow()
  // Staff who try a number out see their own call where they try it.
  const isTrial = practice?.setup.phoneNumbers.some((one) => isTrying(one.trial, now) && one.trial.phoneNumber === incoming?.phoneNumber)
  return incoming && practice && !isTrial ? <Pop key={incoming.callId} incoming={incoming} practice={practice} /> : null
}

function Pop({ incoming, practice }: { incoming: Incoming; practice: PracticeNow }) {
  const phoneNumber = incoming.phoneNumber as PhoneNumber | null
  const { value: view } = useLive('call.read', { callId: incoming.callId as CallId })
  const { value: household } = useLive('household.read', phoneNumber ? { phoneNumber } : null)
  const { putAwayCall } = useNotices.getState()
  const takeOver = useTakeOver(incoming.callId as CallId, view, practice)
  const now = useNow()
  const isOver = view?.call.status === 'ended'
  useEffect(() => {
    if (isOver) putAwayCall()
  }, [isOver, putAwayCall])
  const open = () => {
    openPlace('calls', incoming.callId)
    putAwayCall()
  }
  const group = 'Incoming call'
  useActions([
    { id: 'pop-open', title: 'Open the call', keys: ['o'], group, run: open },
    ...(takeOver.blocked ? [] : [{ id: 'pop-take-over', title: 'Take over the call', keys: ['p'], group, run: takeOver.run }]),
    { id: 'pop-away', title: 'Put the call away', keys: ['escape'], group, run: putAwayCall },
  ])
  const state = view ? callStateWords(view.call) : 'Ringing'
  const since = view?.call.startedAt ?? view?.call.createdAt
  const said = view?.turns.findLast((turn) => turn.role === 'caller')?.text
  return (
    <section className={styles.card} data-tone="accent" aria-label="Incoming call">
      <Heard words={`Incoming call. ${callerName(phoneNumber, household, practice)}`} isUrgent={false} />
      <div className={styles.head}>
        <h2>
          <PersonText>{callerName(phoneNumber, household, practice)}</PersonText>
        </h2>
        <Tag tone="green">{state}</Tag>
        {since ? <span>{callLength(since, now)}</span> : null}
      </div>
      <CallerLines phoneNumber={phoneNumber} household={household} practice={practice} />
      {household ? <ScreenPopPeople household={household} practice={practice} now={now} /> : null}
      {said ? (
        <p className={styles.text}>
          <PersonText>“{said}”</PersonText>
        </p>
      ) : null}
      {takeOver.refusal ? (
        <p role="alert" className={styles.refusal}>
          {takeOver.refusal}
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button size="small" tone="main" keys="o" onClick={open}>
          Open
        </Button>
        <Button size="small" keys="p" disabled={takeOver.blocked !== null} isBusy={takeOver.isBusy} onClick={takeOver.run}>
          Take over
        </Button>
        {household && household.patients.length === 0 ? (
          <Button size="small" onClick={() => openPlace('people', `new:${phoneNumber}`)}>
            New patient
          </Button>
        ) : null}
        <Button size="small" tone="quiet" keys="escape" onClick={putAwayCall}>
          Put away
        </Button>
      </div>
      {takeOver.blocked ? <p className={styles.text}>{takeOver.blocked}</p> : null}
    </section>
  )
}

function callerName(phoneNumber: PhoneNumber | null, household: HouseholdView | undefined, { phone }: PracticeNow): string {
  if (!phoneNumber) return 'Number withheld'
  return (household && householdName(household.patients)) ?? phone(phoneNumber)
}

type CallerLinesProps = { phoneNumber: PhoneNumber | null; household: HouseholdView | undefined; practice: PracticeNow }

function CallerLines({ phoneNumber, household, practice }: CallerLinesProps) {
  if (!phoneNumber)
    return <p className={styles.text}>The caller hides the number, so nobody can be matched. Ask for name and birth date.</p>
  const count = household?.patients.length ?? null
  const lastCall = household?.lastCallAt ? `last call ${inSentence(practice.times.dayAndTime(household.lastCallAt, practice.today))}` : null
  const facts = [
    count === 0 ? 'Nobody in the practice has this number' : null,
    count !== null && count > 1 ? `${count} people share this number` : null,
    lastCall,
  ].filter((one) => one !== null)
  return (
    <p className={styles.text}>
      {count ? <PersonText>{practice.phone(phoneNumber)}</PersonText> : null}
      {facts.map((fact, index) => (
        <span key={fact}>
          {count || index > 0 ? ' · ' : ''}
          {fact}
        </span>
      ))}
    </p>
  )
}
