import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect } from 'react'
import { useLive } from '../../live/live-query.ts'
import { useNotices } from '../../live/notices.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useSession } from '../../live/session.ts'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { CallChanges } from './CallChanges.tsx'
import styles from './CallDetail.module.css'
import { CallFacts } from './CallFacts.tsx'
import { CallFollowUps } from './CallFollowUps.tsx'
import { CallHeader } from './CallHeader.tsx'
import { CallPeople } from './CallPeople.tsx'
import { isLiveCall } from './call-outcome.ts'
import { whoOf } from './call-who.ts'
import { Recording } from './Recording.tsx'
import { Transcript } from './Transcript.tsx'
import { turnsOf } from './turn-words.ts'
import { useCallActions } from './use-call-actions.ts'

type CallDetailProps = { callId: CallId; practice: PracticeNow }

/** One call: what was said, what it changed and why, and who it was. */
export function CallDetail({ callId, practice }: CallDetailProps) {
  const { value: view, error, again } = useLive('call.read', { callId })
  const lineState = useSession((state) => state.line?.state)
  const isComplete = view?.isComplete
  // biome-ignore lint/correctness/useExhaustiveDependencies: turns that were never fetched are asked for when the connection is back.
  useEffect(() => {
    if (lineState === 'live' && isComplete === false) again()
  }, [lineState, isComplete])
  if (!view)
    return (
      <div className={styles.alone}>
        {error ? <Problem text={error.message} onAgain={again} /> : <Loading rows={6} label="Reading the call" />}
      </div>
    )
  return <CallScreen view={view} practice={practice} />
}

/** The card of an incoming call has done its work once that call is on screen. */
function useIncomingSeen(callId: CallId): void {
  const incomingId = useNotices((state) => state.incoming?.callId)
  useEffect(() => {
    if (incomingId === callId) useNotices.getState().putAwayCall()
  }, [incomingId, callId])
}

type CallScreenProps = { view: NonNullable<ReturnType<typeof useLive<'call.read'>>['value']>; practice: PracticeNow }

function CallScreen({ view, practice }: CallScreenProps) {
  const { call } = view
  const who = whoOf(call, view.patients, view)
  const isLive = isLiveCall(call)
  useCallActions(view, who, practice)
  useIncomingSeen(call.id)
  return (
    <div className={styles.detail}>
      <section className={styles.call} aria-label={`Call of ${who.name}`}>
        <CallHeader call={call} who={who} practice={practice} />
        <div className={styles.body}>
          {call.difference ? (
            <div className={styles.difference} role="note">
              <strong>Said and done differ</strong>
              <p>{call.difference}</p>
            </div>
          ) : null}
          {call.summary ? (
            <section className={styles.part}>
              <h3>Summary</h3>
              <p className={styles.summary} data-private="">
                {call.summary}
              </p>
            </section>
          ) : null}
          <CallChanges view={view} practice={practice} />
          {isLive ? null : <Recording key={call.id} call={call} />}
          <Transcript
            turns={turnsOf(view.turns, call.startedAt ?? call.createdAt)}
            isLive={isLive}
            isComplete={view.isComplete}
            isReported={call.hasReport}
          />
        </div>
      </section>
      <aside className={styles.context} aria-label="About this call">
        <CallFollowUps view={view} who={who} practice={practice} />
        <CallPeople call={call} who={who} practice={practice} />
        <CallFacts call={call} practice={practice} />
      </aside>
    </div>
  )
}
