import { type Saying, useSaying } from '../live/tell.ts'
import { Button } from '../ui/Button.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import styles from './SayingLine.module.css'

/** The one line about what a person just did, above the footer. Read aloud by screen readers; never takes the focus. */
export function SayingLine() {
  const saying = useSaying((state) => state.saying)
  const isProblem = saying?.tone === 'problem'
  return (
    <div className={styles.place}>
      <p role="alert" className={styles.heard}>
        {isProblem ? saying.text : ''}
      </p>
      <output className={styles.heard}>{saying && !isProblem ? saying.text : ''}</output>
      {saying ? <Line saying={saying} /> : null}
    </div>
  )
}

function Line({ saying }: { saying: Saying }) {
  const { action } = saying
  const putAway = () => useSaying.setState({ saying: null })
  return (
    <div className={styles.saying} data-tone={saying.tone}>
      <PersonText>{saying.text}</PersonText>
      {action ? (
        <Button
          size="small"
          onClick={() => {
            action.run()
            putAway()
          }}
        >
          {action.title}
        </Button>
      ) : null}
      <Button size="small" tone="quiet" aria-label="Put away" onClick={putAway}>
        ✕
      </Button>
    </div>
  )
}
