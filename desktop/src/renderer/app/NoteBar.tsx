import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { useState } from 'react'
import { callDesk } from '../bridge.ts'
import { usePairing } from '../features/pairing/pairing-store.ts'
import { useNumbers } from '../features/setup/numbers/wizard-store.ts'
import { useNow } from '../live/clock.ts'
import { openPlace } from '../live/places.ts'
import { usePractice } from '../live/practice.ts'
import { wordsOf } from '../live/run-command.ts'
import { useSession } from '../live/session.ts'
import { tell } from '../live/tell.ts'
import { Button } from '../ui/Button.tsx'
import { type Bar, barsOf } from './bars-of.ts'
import styles from './NoteBar.module.css'

/** One line over the whole desk about what concerns all of it; everything below stays usable. */
export function NoteBar() {
  const { line, rebuilt, keeping, update, pairingLink } = useSession()
  const practice = usePractice()
  const looked = useNumbers((state) => state.away)
  const setup = practice && { ...practice.setup, onboardingRuns: unseenRuns(practice.setup.onboardingRuns, looked) }
  const now = useNow()
  const [away, setAway] = useState<string[]>([])
  const [bar] = barsOf({ line, rebuilt, keeping, update, pairingLink, setup, now }).filter((one) => !away.includes(keyOf(one)))
  if (!bar) return null
  const { action } = bar
  return (
    <aside className={styles.bar} data-tone={bar.tone} aria-label="About this desk">
      <p role={bar.tone === 'red' ? 'alert' : 'status'}>{bar.text}</p>
      {action ? (
        <Button size="small" onClick={() => DOES[action.does]()}>
          {action.title}
        </Button>
      ) : null}
      {bar.isDismissable ? (
        <Button size="small" tone="quiet" aria-label="Put this note away" onClick={() => setAway((before) => [...before, keyOf(bar)])}>
          ✕
        </Button>
      ) : null}
    </aside>
  )
}

// Another text of the same kind is another matter.
const keyOf = (bar: Bar) => `${bar.id} ${bar.text}`
const orTell = (error: unknown) => tell({ tone: 'problem', text: wordsOf(error) })

const DOES: Record<NonNullable<Bar['action']>['does'], () => void> = {
  pairAgain: () => usePairing.getState().showAgain(true),
  lookAgain: () => void callDesk('line.retry', {}).then((line) => useSession.setState({ line }), orTell),
  openNumbers: () => openPlace('setup', 'numbers'),
  install: () => void callDesk('update.install', {}).then((update) => useSession.setState({ update }), orTell),
}

/** Once the newest run was looked at, those before it are no news either; one that stopped still is. */
const unseenRuns = (runs: OnboardingRun[], looked: string[]): OnboardingRun[] =>
  runs[0] && looked.includes(runs[0].id) ? runs.filter((one) => one.state === 'failed') : runs
