import { useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './Assistant.module.css'
import { publishSetup } from './assistant-commands.ts'
import { heldAs, publishState } from './version-words.ts'

/** Whether the assistant knows what Setup says; when it could not be told, or is held back, the way on. */
export function PublishBar({ practice }: { practice: PracticeNow }) {
  const isLive = useIsLive()
  const [isBusy, setBusy] = useState(false)
  const { assistantVersions, phoneNumbers } = practice.setup
  const state = publishState(assistantVersions, phoneNumbers, practice)
  const held = heldAs(assistantVersions)
  const publish = async () => {
    setBusy(true)
    await publishSetup()
    setBusy(false)
  }
  const words = held === null ? state.words : `It speaks as of version ${held}. Changes since are held back.`
  return (
    <section
      className={styles.bar}
      data-tone={held === null ? state.tone : 'held'}
      aria-label="What the assistant knows"
      aria-live="polite"
    >
      <div className={styles.barWords}>
        <p>{words}</p>
        {held !== null && state.tone !== 'settled' ? <p className={styles.second}>{state.words}</p> : null}
      </div>
      {held !== null ? (
        <Button tone="main" isBusy={isBusy} disabled={!isLive} onClick={() => void publish()}>
          Publish the set-up as it is now
        </Button>
      ) : state.canRetry ? (
        <Button isBusy={isBusy} disabled={!isLive} onClick={() => void publish()}>
          Try again
        </Button>
      ) : null}
    </section>
  )
}
