import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect } from 'react'
import { useNow } from '../../live/clock.ts'
import { useLive } from '../../live/live-query.ts'
import { useNotices } from '../../live/notices.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useSession } from '../../live/session.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Loading, Problem } from '../../ui/Standing.tsx'
import { Part, Subject } from '../../ui/Subject.tsx'
import { callLength } from '../../ui/times.ts'
import { CallButtons } from './CallButtons.tsx'
import { CallChanges } from './CallChanges.tsx'
import styles from './CallDetail.module.css'
import { CallFacts } from './CallFacts.tsx'
import { CallFollowUps } from './CallFollowUps.tsx'
import { CallPeople } from './CallPeople.tsx'
import { isLiveCall } from './call-outcome.ts'
import { whoOf } from './call-who.ts'
import { useCallsStore } from './calls-store.ts'
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
  if (!view) return error ? <Problem text={error.message} onAgain={again} /> : <Loading rows={6} label="Reading the call" />
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
    <Subject
      label={`Call of ${who.name}`}
      name={who.name}
      lines={[<CallLine key="call" call={call} practice={practice} />, who.note]}
      buttons={<CallButtons call={call} who={who} />}
      back={{ words: 'All calls', onBack: useCallsStore.getState().close }}
      aside={{
        label: 'About this call',
        content: (
          <>
            <CallFollowUps view={view} who={who} practice={practice} />
            <CallPeople call={call} who={who} practice={practice} />
            <CallFacts call={call} practice={practice} />
          </>
        ),
      }}
    >
      {call.difference ? (
        <div className={styles.difference} role="note">
          <strong>Said and done differ</strong>
          <p>{call.difference}</p>
        </div>
      ) : null}
      {call.summary ? (
        <Part title="Summary">
          <p className={styles.summary} data-private="">
            {call.summary}
          </p>
        </Part>
      ) : null}
      <CallChanges view={view} practice={practice} />
      {isLive ? null : <Recording key={call.id} call={call} />}
      <Transcript
        turns={turnsOf(view.turns, call.startedAt ?? call.createdAt)}
        isLive={isLive}
        isComplete={view.isComplete}
        isReported={call.hasReport}
      />
    </Subject>
  )
}

/** The number, when the call began and how long it is or was. */
function CallLine({ call, practice }: { call: Call; practice: PracticeNow }) {
  const now = useNow()
  const began = call.startedAt ?? call.createdAt
  return (
    <span>
      <PersonText>{call.callerNumber ? practice.phone(call.callerNumber) : 'No number was sent'}</PersonText>
      {` · ${practice.times.dayAndTime(began, practice.today)} · ${callLength(began, call.endedAt ?? now)}`}
    </span>
  )
}
