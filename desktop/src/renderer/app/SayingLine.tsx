import { useSaying } from '../live/tell.ts'
import { Button } from '../ui/Button.tsx'
import styles from './SayingLine.module.css'

/** The one line about what a person just did, above the footer. Read aloud by screen readers; never takes the focus. */
export function SayingLine() {
  const saying = useSaying((state) => state.saying)
  const { action } = saying ?? {}
  return (
    <div className={styles.place} aria-live={saying?.tone === 'problem' ? 'assertive' : 'polite'}>
      {saying ? (
        <div className={styles.saying} data-tone={saying.tone}>
          <span>{saying.text}</span>
          {action ? (
            <Button
              size="small"
              onClick={() => {
                action.run()
                useSaying.setState({ saying: null })
              }}
            >
              {action.title}
            </Button>
          ) : null}
          <Button size="small" tone="quiet" aria-label="Put away" onClick={() => useSaying.setState({ saying: null })}>
            ✕
          </Button>
        </div>
      ) : null}
    </div>
  )
}
