import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Part } from '../../ui/Subject.tsx'
import { soundTime } from './call-facts.ts'
import styles from './Recording.module.css'

const SPEEDS = [1, 1.25, 1.5, 2]
const STEP_SECONDS = 10

/** The recording of an ended call, with its own few controls; plain words where there is none. */
export function Recording({ call }: { call: Call }) {
  if (!call.recordingRef)
    return (
      <Part title="Recording">
        <p className={styles.none}>
          {call.hasReport ? 'There is no recording: it was not made, or was not kept.' : 'The report of this call has not come yet.'}
        </p>
      </Part>
    )
  return <Player source={`/recording/${call.id}`} />
}

function Player({ source }: { source: string }) {
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const [speed, setSpeed] = useState(1)
  const jump = (seconds: number) => {
    const sound = audio.current
    if (sound) sound.currentTime = Math.max(0, Math.min(length || sound.currentTime + seconds, sound.currentTime + seconds))
  }
  const toggle = () => {
    const sound = audio.current
    if (!sound) return
    // A refusal to play also arrives as the element's error, which is what is shown.
    if (sound.paused) sound.play().catch(() => setPlaying(false))
    else sound.pause()
  }
  const again = () => {
    setFailed(false)
    audio.current?.load()
  }
  const choose = (next: number) => {
    setSpeed(next)
    if (audio.current) audio.current.playbackRate = next
  }
  const press = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement
    if (event.key === ' ' && !isButton) toggle()
    else if (event.key === 'ArrowLeft') jump(-STEP_SECONDS)
    else if (event.key === 'ArrowRight') jump(STEP_SECONDS)
    else return
    event.preventDefault()
  }
  return (
    <Part title="Recording" label="Recording">
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript below is the caption. */}
      <audio
        ref={audio}
        src={source}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onDurationChange={(event) => setLength(Number.isFinite(event.currentTarget.duration) ? event.currentTarget.duration : 0)}
        onError={() => setFailed(true)}
      />
      {hasFailed ? (
        <p className={styles.failed} role="status">
          The recording cannot be fetched now.{' '}
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </p>
      ) : (
        <fieldset className={styles.player} aria-label="Play the recording" onKeyDown={press}>
          <Button className={styles.play} tone="main" keys="space" onClick={toggle}>
            {isPlaying ? 'Pause' : 'Play'}
          </Button>
          <Button size="small" title="10 seconds back" onClick={() => jump(-STEP_SECONDS)}>
            −10 s
          </Button>
          <Button size="small" title="10 seconds on" onClick={() => jump(STEP_SECONDS)}>
            +10 s
          </Button>
          <input
            type="range"
            className={styles.position}
            aria-label="Position in the recording"
            aria-valuetext={`${soundTime(at)} of ${soundTime(length)}`}
            min={0}
            max={Math.max(1, length)}
            step={0.1}
            value={at}
            onChange={(event) => {
              if (audio.current) audio.current.currentTime = Number(event.currentTarget.value)
              setAt(Number(event.currentTarget.value))
            }}
          />
          <span className={styles.time}>
            {soundTime(at)} / {soundTime(length)}
          </span>
          <Button
            size="small"
            aria-label={`${speed}× speed`}
            onClick={() => choose(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
          >
            {speed}×
          </Button>
        </fieldset>
      )}
    </Part>
  )
}
