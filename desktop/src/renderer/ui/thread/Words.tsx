import { PersonText } from '../PersonText.tsx'
import styles from './Thread.module.css'

/** The words of a bubble, and what came with them. */
export function Words({ body, mediaCount = 0 }: { body: string; mediaCount?: number }) {
  const isWordless = body.trim() === ''
  return (
    <>
      <p className={styles.body}>
        {isWordless ? <em>{mediaCount > 0 ? 'A picture, no words' : 'An empty text'}</em> : <PersonText>{body}</PersonText>}
      </p>
      {mediaCount > 0 && !isWordless ? (
        <p className={styles.media}>{mediaCount === 1 ? 'With a picture' : `With ${mediaCount} pictures`}</p>
      ) : null}
    </>
  )
}
