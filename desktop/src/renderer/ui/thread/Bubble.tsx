import type { Message } from '@dentalanswer/shared/domain/message.ts'
import { PersonText } from '../PersonText.tsx'
import styles from './Thread.module.css'

type BubbleProps = {
  message: Pick<Message, 'body' | 'direction' | 'sentBy' | 'mediaCount'>
  /** "machine · 8:00 AM · delivered · 1 segment" */
  meta: string
  /** Why it did not arrive, when it did not. */
  reason?: string | null
  tone?: 'plain' | 'waiting' | 'problem'
}

/** One text: the patient's on the left, the machine's and the staff's on the right. */
export function Bubble({ message, meta, reason = null, tone = 'plain' }: BubbleProps) {
  const { direction, sentBy, mediaCount, body } = message
  const isWordless = body.trim() === ''
  return (
    <article className={styles.bubble} data-from={direction === 'inbound' ? 'patient' : sentBy} data-tone={tone}>
      <p className={styles.body}>
        {isWordless ? <em>{mediaCount > 0 ? 'A picture, no words' : 'An empty text'}</em> : <PersonText>{body}</PersonText>}
      </p>
      {mediaCount > 0 && !isWordless ? (
        <p className={styles.media}>{mediaCount === 1 ? 'With a picture' : `With ${mediaCount} pictures`}</p>
      ) : null}
      <p className={styles.meta}>{meta}</p>
      {reason ? <p className={styles.reason}>{reason}</p> : null}
    </article>
  )
}
