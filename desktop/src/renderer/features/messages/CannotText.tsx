import { VisuallyHidden } from '@mantine/core'
import type { ThreadView } from '../../../ipc/views.ts'
import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import type { NoText } from '../../ui/thread/reach.ts'
import styles from './ThreadPane.module.css'

/** Stands where one would write when texts cannot reach the number: why, and the way that is left. */
export function CannotText({ reason, who, view }: { reason: NoText; who: string; view: ThreadView }) {
  const promise = view.callbacks.find((one) => one.status === 'open')
  const stranger = reason.why === 'wrong_number' ? view.patients[0] : undefined
  const isOurs = reason.why === 'not_registered' || reason.why === 'no_sender'
  return (
    <div className={styles.cannot}>
      <div className={styles.cannotWords}>
        <p className={styles.cannotTitle}>{isOurs ? 'The practice cannot text yet' : 'Texting is off for this number'}</p>
        <p>
          <PersonText>{reason.words}</PersonText>
        </p>
      </div>
      {promise ? <Button onClick={() => openPlace('callbacks', promise.id)}>Open callback</Button> : null}
      {isOurs ? (
        <Button onClick={() => openPlace('setup', reason.why === 'no_sender' ? 'numbers' : 'registration')}>
          {reason.why === 'no_sender' ? 'Open Numbers' : 'Leave to text'}
        </Button>
      ) : null}
      {stranger ? (
        <Button tone="main" onClick={() => openPlace('people', stranger.id)}>
          Find the right number
        </Button>
      ) : null}
      <Button tone={stranger ? 'plain' : 'main'} keys="b" onClick={() => void dial(view.phoneNumber)}>
        Call <VisuallyHidden>{who}</VisuallyHidden>
      </Button>
    </div>
  )
}
