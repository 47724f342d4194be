import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Part } from '../../ui/Subject.tsx'
import { Bubble } from '../../ui/thread/Bubble.tsx'
import { Words } from '../../ui/thread/Words.tsx'
import styles from './Transcript.module.css'
import type { Turn } from './turn-words.ts'

type TranscriptProps = { turns: Turn[]; isLive: boolean; isComplete: boolean; isReported: boolean }

/** What was said, turn by turn. While the call is live it follows the newest words, until a person scrolls away from them. */
export function Transcript({ turns, isLive, isComplete, isReported }: TranscriptProps) {
  const end = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const isFollowing = useRef(isLive)
  useEffect(() => {
    if (!isLive || !end.current) return
    const watcher = new IntersectionObserver(([entry]) => {
      isFollowing.current = entry?.isIntersecting ?? true
      setAtEnd(isFollowing.current)
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [isLive])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new turn is a reason to follow.
  useEffect(() => {
    if (isLive && isFollowing.current) end.current?.scrollIntoView({ block: 'nearest' })
  }, [turns.length, isLive])
  return (
    <Part title={isLive ? 'What is being said' : 'What was said'}>
      {isComplete ? null : (
        <p className={styles.missing}>
          {turns.length === 0 ? 'What was said is not on this computer. ' : 'Some turns are not on this computer. '}
          It comes when the connection is back.
        </p>
      )}
      {isComplete && turns.length === 0 ? (
        <p className={styles.none}>{isLive || isReported ? 'Nothing was said yet.' : 'The words come with the report of the call.'}</p>
      ) : null}
      <ol className={styles.turns}>
        {turns.map((one) => (
          <TurnRow key={one.position} turn={one} />
        ))}
      </ol>
      <div ref={end} className={styles.end} />
      {isLive && !isAtEnd ? (
        <Button className={styles.follow} size="small" onClick={() => end.current?.scrollIntoView({ block: 'end' })}>
          Newest words
        </Button>
      ) : null}
    </Part>
  )
}

function TurnRow({ turn }: { turn: Turn }) {
  if (turn.role === 'tool')
    return (
      <li className={styles.strip}>
        <span className={styles.did}>{turn.did}</span>
        {turn.text ? <PersonText className={styles.answer}>{turn.text}</PersonText> : null}
        <span className={styles.time}>{turn.time}</span>
      </li>
    )
  return (
    <li className={styles.turn}>
      <Bubble from={turn.role === 'caller' ? 'patient' : 'machine'} meta={`${turn.role === 'caller' ? 'Caller' : 'AI'} · ${turn.time}`}>
        <Words body={turn.text} />
      </Bubble>
    </li>
  )
}
