import { usePreferences } from '../live/session.ts'
import { type Saying, useSaying } from '../live/tell.ts'
import { Button } from '../ui/Button.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './SayingLine.module.css'

/** What is left to read while the names of the line are blurred. */
const TONE_WORDS: Record<Saying['tone'], string> = { done: 'Done', waiting: 'Waits', problem: 'Not done' }

/** The one line about what a person just did, above the footer. Read aloud by screen readers; never takes the focus. */
export function SayingLine() {
  const saying = useSaying((state) => state.saying)
  const isProblem = saying?.tone === 'problem'
  return (
    <div className={styles.place}>
      <p role="alert" data-unseen="">
        {isProblem ? saying.text : ''}
      </p>
      <output data-unseen="">{saying && !isProblem ? saying.text : ''}</output>
      {saying ? <Line saying={saying} /> : null}
    </div>
  )
}

function Line({ saying }: { saying: Saying }) {
  const { action } = saying
  const { counterMode } = usePreferences()
  const putAway = () => useSaying.setState({ saying: null })
  return (
    <div className={styles.saying} data-tone={saying.tone}>
      {counterMode ? <Tag>{TONE_WORDS[saying.tone]}</Tag> : null}
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
