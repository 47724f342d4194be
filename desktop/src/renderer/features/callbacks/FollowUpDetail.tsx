import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { WorkView } from '../../../ipc/views.ts'
import { dial } from '../../live/dial.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { whoIsHere } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Subject } from '../../ui/Subject.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useCallbacksStore } from './callbacks-store.ts'
import styles from './FollowUpDetail.module.css'
import { FollowUpFacts } from './FollowUpFacts.tsx'
import { FollowUpPeople } from './FollowUpPeople.tsx'
import { type FollowUp, isCallback } from './follow-up.ts'
import { take } from './follow-up-commands.ts'
import { dueWords } from './follow-up-groups.ts'
import { LaterForm } from './LaterForm.tsx'
import { OutcomeForm } from './OutcomeForm.tsx'

type FollowUpDetailProps = { one: FollowUp; all: WorkView; now: Instant; practice: PracticeNow }

/** One callback or lead: what they want, where it came from, and what can be done about it. */
export function FollowUpDetail({ one, all, now, practice }: FollowUpDetailProps) {
  const form = useCallbacksStore((state) => state.form)
  const due = dueWords(one, now, practice)
  const queued = useQueuedFor(isCallback(one) ? 'callbackId' : 'leadId', one.id)
  return (
    <Subject
      label={`${isCallback(one) ? 'Callback' : 'Follow-up'} for ${one.who}`}
      name={one.who}
      lines={[
        <>
          <PersonText>{one.number ? practice.phone(one.number) : 'No number'}</PersonText> <Tag tone={due.tone}>{due.words}</Tag>
          {one.isUrgent && one.status === 'open' ? <Tag tone="amber">Urgent</Tag> : null}
        </>,
      ]}
      buttons={one.status === 'open' ? <MainButtons one={one} /> : null}
      back={{ words: 'The list', onBack: useCallbacksStore.getState().close }}
      aside={{ label: 'Whom it is about', content: <FollowUpPeople one={one} practice={practice} /> }}
    >
      {queued.map((command) => (
        <p key={command.id} className={styles.queued}>
          Waits for the connection: <PersonText>{command.label}</PersonText>
        </p>
      ))}
      {one.status === 'open' && form === 'outcome' ? <OutcomeForm one={one} now={now} practice={practice} /> : null}
      {one.status === 'open' && form === 'later' ? <LaterForm one={one} now={now} practice={practice} /> : null}
      <FollowUpFacts one={one} work={all} practice={practice} />
    </Subject>
  )
}

/** A cancelled visit is booked anew for its patient; a visit on a closed day is moved where it stands. */
function findTimeTarget({ kind, patientId, appointment }: FollowUp): string | null {
  const bookFor = patientId ?? appointment?.patientId
  if (kind === 'rebook' && bookFor) return `book:${bookFor}`
  return appointment?.id ?? null
}

function MainButtons({ one }: { one: FollowUp }) {
  const { setForm } = useCallbacksStore.getState()
  const { number } = one
  return (
    <>
      {number ? (
        <Button tone="main" keys="b" onClick={() => void dial(number)}>
          Call
        </Button>
      ) : null}
      {one.kind === 'possible_duplicate' && one.patientId ? (
        <Button tone="main" onClick={() => openPlace('people', one.patientId)}>
          Compare
        </Button>
      ) : null}
      {one.kind === 'rebook' || one.kind === 'closed_day' ? (
        <Button onClick={() => openPlace('day', findTimeTarget(one))}>Find a time</Button>
      ) : null}
      {one.owner === whoIsHere() ? null : (
        <Button keys="a" onClick={() => void take(one)}>
          Take it
        </Button>
      )}
      <Button keys="s" onClick={() => setForm('later')}>
        Later
      </Button>
      <Button keys="e" onClick={() => setForm('outcome')}>
        Done
      </Button>
    </>
  )
}
