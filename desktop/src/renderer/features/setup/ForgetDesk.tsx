import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { callDesk } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'
import { useSession } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './SetupPlace.module.css'

/** Takes this computer out of the practice. Changes that wait would be lost, so their number has to be typed. */
export function ForgetDesk() {
  const waiting = useSession((state) => state.queue?.length ?? 0)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isAgreed = waiting === 0 || typed?.trim() === String(waiting)
  const forget = async () => {
    try {
      useSession.getState().take(await callDesk('pair.forget', { waiting }))
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  if (typed === null)
    return (
      <Button tone="danger" onClick={() => setTyped('')}>
        Forget this desk…
      </Button>
    )
  return (
    <form
      className={styles.line}
      aria-label="Forget this desk"
      onSubmit={(event) => {
        event.preventDefault()
        if (isAgreed) void forget()
      }}
    >
      {waiting > 0 ? (
        <TextInput
          label={`${waiting === 1 ? '1 change has' : `${waiting} changes have`} not reached the practice and will be lost`}
          description={`Type ${waiting} to agree`}
          value={typed}
          inputMode="numeric"
          autoFocus
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : (
        <span>No changes wait. Pairing it again needs a new code.</span>
      )}
      <Button tone="danger" type="submit" disabled={!isAgreed}>
        Forget it
      </Button>
      <Button
        onClick={() => {
          setTyped(null)
          setProblem(null)
        }}
      >
        Keep it
      </Button>
      {problem ? (
        <span className={styles.warning} role="alert">
          {problem}
        </span>
      ) : null}
    </form>
  )
}
