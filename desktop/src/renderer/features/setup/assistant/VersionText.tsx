import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { callDesk } from '../../../bridge.ts'
import { wordsOf } from '../../../live/run-command.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFocusReturn } from '../../../ui/use-put-away.ts'
import styles from './Assistant.module.css'

type Told = DeskOutput<'assistant.version'>

/** What one version was told, word for word. It is asked of the relay each time, and again once this desk is back on the line. */
export function VersionText({ version: { version, state } }: { version: AssistantVersion }) {
  const isLive = useIsLive()
  const [told, setTold] = useState<Told | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version that waits is still written to, and a new try is one to make.
  useEffect(() => {
    if (!isLive) return
    let isWanted = true
    setProblem(null)
    callDesk('assistant.version', { version })
      .then((answer) => isWanted && setTold(answer))
      .catch((error) => isWanted && setProblem(wordsOf(error)))
    return () => {
      isWanted = false
    }
  }, [version, state, isLive, tries])
  if (told) return <ToldText version={version} told={told} />
  if (problem)
    return (
      <div className={styles.acts} role="alert">
        <p className={styles.trouble}>{problem}</p>
        <Button size="small" onClick={() => setTries(tries + 1)}>
          Try again
        </Button>
      </div>
    )
  return (
    <p className={styles.second} role="status">
      {isLive ? 'Reading…' : 'It is read from the relay, once this desk is connected again.'}
    </p>
  )
}

/** Opened to be read: it comes into sight with the focus in it, so that the keys scroll it. */
function ToldText({ version, told }: { version: number; told: Told }) {
  const sheet = useRef<HTMLElement>(null)
  const words = useRef<HTMLPreElement>(null)
  useFocusReturn(sheet)
  useLayoutEffect(() => {
    words.current?.focus({ preventScroll: true })
    sheet.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={sheet} className={styles.told} aria-label={`What version ${version} is told`}>
      <h3>It says first</h3>
      <p>{told.firstMessage}</p>
      <h3>It is told</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keys. */}
      <pre ref={words} tabIndex={0}>
        {told.prompt}
      </pre>
    </section>
  )
}
