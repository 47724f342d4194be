import { useState } from 'react'
import { Button } from './Button.tsx'
import styles from './ConflictCard.module.css'
import { PersonText } from './PersonText.tsx'

type ConflictCardProps = {
  label: string
  /** "10:42 AM" */
  madeAt: string
  wanted: string[]
  now: string[]
  alternatives: { words: string; onTake: () => Promise<void> }[]
  /** Null when sending it again cannot help. */
  onAgain: (() => Promise<void>) | null
  onChange: (() => void) | null
  onDrop: () => Promise<void>
  wordsOf: (error: unknown) => string
}

/** A change that was refused: what was wanted beside what is true now, and the ways on. Letting it go is asked once more. */
export function ConflictCard({ label, madeAt, wanted, now, alternatives, onAgain, onChange, onDrop, wordsOf }: ConflictCardProps) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isDropping, setDropping] = useState(false)
  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    await act().catch((error) => setProblem(wordsOf(error)))
    setBusy(false)
  }
  return (
    <article className={styles.card} aria-label={label}>
      <h3>
        <PersonText>{label}</PersonText>
      </h3>
      <div className={styles.versions}>
        <div>
          <h4>You wanted, {madeAt}</h4>
          <Lines lines={wanted.length ? wanted : [label]} />
        </div>
        <div>
          <h4>What is true now</h4>
          <Lines lines={now} />
        </div>
      </div>
      {alternatives.length ? (
        <div className={styles.actions}>
          <span className={styles.hint}>Open near it:</span>
          {alternatives.map((one) => (
            <Button key={one.words} size="small" disabled={isBusy} onClick={() => run(one.onTake)}>
              {one.words}
            </Button>
          ))}
        </div>
      ) : null}
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : null}
      {isDropping ? (
        <fieldset className={styles.actions} aria-label="Let this change go?">
          <span className={styles.hint}>It will not be made and cannot be brought back.</span>
          <Button size="small" tone="danger" disabled={isBusy} onClick={() => run(onDrop)}>
            Let it go
          </Button>
          <Button size="small" autoFocus onClick={() => setDropping(false)}>
            Keep it
          </Button>
        </fieldset>
      ) : (
        <div className={styles.actions}>
          {onAgain ? (
            <Button size="small" tone="main" isBusy={isBusy} onClick={() => run(onAgain)}>
              Try again
            </Button>
          ) : null}
          {onChange ? (
            <Button size="small" disabled={isBusy} onClick={onChange}>
              Change it
            </Button>
          ) : null}
          <Button size="small" tone="quiet" disabled={isBusy} onClick={() => setDropping(true)}>
            Let it go…
          </Button>
        </div>
      )}
    </article>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <p key={line}>
      <PersonText>{line}</PersonText>
    </p>
  ))
}
