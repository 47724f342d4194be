import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { ReactNode } from 'react'
import type { CallView } from '../../../ipc/views.ts'
import { triedWords } from '../../live/attempts.ts'
import { useNow } from '../../live/clock.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Part } from '../../ui/Subject.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import { inSentence } from '../../ui/times.ts'
import styles from './CallFollowUps.module.css'
import { acknowledge, takeCallback, takeLead } from './call-commands.ts'
import type { CallWho } from './call-who.ts'

const LEADS: Record<Lead['kind'], string> = {
  rebook: 'Rebook',
  closed_day: 'Booked on a closed day',
  urgent: 'Urgent, no visit yet',
  possible_duplicate: 'Perhaps one person twice',
  said_not_done: 'Said and done differ',
  new_patient: 'New patient by AI',
}
type Props = { view: CallView; who: CallWho; practice: PracticeNow }

/** What of the call waits for a person, each with the way to take it on. */
export function CallFollowUps({ view, who, practice }: Props) {
  const { alarms, callbacks, leads } = view
  if (alarms.length + callbacks.length + leads.length === 0) return null
  return (
    <Part title="To follow up">
      <div className={styles.list}>
        {alarms.map((one) => (
          <AlarmRow key={one.id} alarm={one} who={who} practice={practice} />
        ))}
        {callbacks.map((one) => (
          <CallbackRow key={one.id} callback={one} who={who} practice={practice} />
        ))}
        {leads.map((one) => (
          <LeadRow key={one.id} lead={one} who={who} />
        ))}
      </div>
    </Part>
  )
}

type RowProps = { tone: Tone; tag: string; said: string; state: string; note?: string; queued: boolean; children: ReactNode }

function Row({ tone, tag, said, state, note = '', queued, children }: RowProps) {
  return (
    <article className={styles.row} data-tone={tone}>
      <p>
        <Tag tone={tone}>{tag}</Tag> {queued ? <Tag tone="amber">A change waits for the connection</Tag> : null}
      </p>
      <p className={styles.said}>
        <PersonText>{said}</PersonText>
      </p>
      {state ? <p className={styles.state}>{state}</p> : null}
      {note ? (
        <p className={styles.state}>
          <PersonText>{triedWords(note)}</PersonText>
        </p>
      ) : null}
      <div className={styles.buttons}>{children}</div>
    </article>
  )
}

function AlarmRow({ alarm, who, practice }: { alarm: Alarm; who: CallWho; practice: PracticeNow }) {
  const queued = useQueuedFor('alarmId', alarm.id).length > 0
  const at = alarm.acknowledgedAt
  const state = at
    ? `Acknowledged ${inSentence(practice.times.dayAndTime(at, practice.today))}${alarm.acknowledgedBy ? ` by ${alarm.acknowledgedBy}` : ''}.`
    : ''
  return (
    <Row tone={at ? 'grey' : 'red'} tag="Emergency" said={`“${alarm.description}”`} state={state} queued={queued}>
      {at ? null : (
        <Button size="small" keys="shift+space" onClick={() => void acknowledge(alarm, who.name)}>
          Acknowledge
        </Button>
      )}
    </Row>
  )
}

function CallbackRow({ callback, who, practice }: { callback: Callback; who: CallWho; practice: PracticeNow }) {
  const now = useNow()
  const queued = useQueuedFor('callbackId', callback.id).length > 0
  const isOpen = callback.status === 'open'
  const isOverdue = isOpen && callback.dueAt <= now
  const due = inSentence(practice.times.dayAndTime(callback.dueAt, practice.today))
  const tag = isOpen ? (isOverdue ? `Callback, was due ${due}` : `Callback due ${due}`) : 'Callback done'
  const state = isOpen ? `Owner: ${callback.owner ?? 'nobody yet'}.` : (callback.outcome ?? '')
  return (
    <Row tone={isOverdue ? 'amber' : 'grey'} tag={tag} said={callback.reason} state={state} note={callback.note} queued={queued}>
      {isOpen && !callback.owner ? (
        <Button size="small" onClick={() => void takeCallback(callback, who.name)}>
          Take it
        </Button>
      ) : null}
      {isOpen ? (
        <Button size="small" tone="quiet" onClick={() => openPlace('callbacks', callback.id)}>
          Open callback
        </Button>
      ) : null}
    </Row>
  )
}

function LeadRow({ lead, who }: { lead: Lead; who: CallWho }) {
  const queued = useQueuedFor('leadId', lead.id).length > 0
  const isOpen = lead.status === 'open'
  const state = isOpen ? `Owner: ${lead.owner ?? 'nobody yet'}.` : (lead.outcome ?? 'Done.')
  return (
    <Row tone={isOpen ? 'amber' : 'grey'} tag={LEADS[lead.kind]} said={lead.reason} state={state} note={lead.note} queued={queued}>
      {isOpen && !lead.owner ? (
        <Button size="small" onClick={() => void takeLead(lead, who.name)}>
          Take it
        </Button>
      ) : null}
      {isOpen ? (
        <Button size="small" tone="quiet" onClick={() => openPlace('callbacks', lead.id)}>
          Open follow-up
        </Button>
      ) : null}
    </Row>
  )
}
