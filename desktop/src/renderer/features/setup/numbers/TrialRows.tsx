import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { ReactNode } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { PersonText } from '../../../ui/PersonText.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './Numbers.module.css'
import rows from './Run.module.css'
import { callState, type TrialNow, textState } from './trial-view.ts'

type RowProps = { title: string; text: string; button?: ReactNode }

function TrialRow({ title, text, button, state, children }: RowProps & { state: ReturnType<typeof textState>; children?: ReactNode }) {
  return (
    <li>
      <div className={rows.trialHead}>
        <h3>{title}</h3>
        <span role="status">
          <Tag tone={state.tone}>{state.words}</Tag>
        </span>
        {button}
      </div>
      <p className={styles.second}>{text}</p>
      {children}
    </li>
  )
}

/** A trial call: how it goes, and its words as they come. */
export function CallTrialRow({ trial, ...row }: RowProps & { trial: TrialNow['callIn'] }) {
  return (
    <TrialRow {...row} state={callState(trial)}>
      {trial && trial.turns.length > 0 ? (
        <ol className={rows.turns} aria-label="What was said">
          {trial.turns.slice(-6).map((turn) => (
            <li key={turn.position} data-role={turn.role}>
              <span className={styles.second}>{turn.role === 'assistant' ? 'Assistant' : 'You'}</span> <PersonText>{turn.text}</PersonText>
            </li>
          ))}
        </ol>
      ) : null}
    </TrialRow>
  )
}

/** A trial text: what it said, and whether it arrived. */
export function TextTrialRow({ message, practice, ...row }: RowProps & { message: Message | null; practice: PracticeNow }) {
  return (
    <TrialRow {...row} state={textState(message)}>
      {message ? (
        <p className={rows.said}>
          <PersonText>{message.body}</PersonText> <span className={styles.second}>{practice.times.time(message.createdAt)}</span>
        </p>
      ) : null}
      {message?.error ? <p className={styles.plain}>{message.error}</p> : null}
    </TrialRow>
  )
}
