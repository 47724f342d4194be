import type { PersonView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './PersonPage.module.css'

const KINDS: Record<PersonView['leads'][number]['kind'], string> = {
  rebook: 'Cancelled, rebook',
  closed_day: 'Booked on a closed day',
  urgent: 'Urgent call without a visit',
  possible_duplicate: 'Perhaps one person twice',
  said_not_done: 'Said and done differ',
  new_patient: 'New patient by AI',
}

/** Callbacks that were promised and follow-ups, open ones first; each opens in Callbacks. */
export function FollowUps({ practice, person }: { practice: PracticeNow; person: PersonView }) {
  const { times, today } = practice
  const now = useNow()
  const callbacks = person.callbacks.map((one) => ({
    id: one.id,
    isOpen: one.status === 'open',
    at: one.dueAt,
    title: `Callback ${one.status === 'open' ? 'due' : 'was due'} ${times.dayAndTime(one.dueAt, today)}`,
    isLate: one.status === 'open' && one.dueAt <= now,
    words: one.outcome ?? one.reason,
  }))
  const leads = person.leads.map((one) => ({
    id: one.id,
    isOpen: one.status === 'open',
    at: one.createdAt,
    title: KINDS[one.kind],
    isLate: false,
    words: one.outcome ?? one.reason,
  }))
  const rows = [...callbacks, ...leads].sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || (a.at < b.at ? 1 : -1))
  if (rows.length === 0) return null
  return (
    <Panel title="Callbacks and follow-ups" aside={`${rows.filter((one) => one.isOpen).length} open`} isFlush>
      <ul className={styles.rows}>
        {rows.slice(0, 12).map((one) => (
          <li key={one.id}>
            <button type="button" className={styles.link} onClick={() => openPlace('callbacks', one.id)}>
              <span>
                {one.title}
                <br />
                <span className={styles.second}>
                  <PersonText>{one.words}</PersonText>
                </span>
              </span>
              <Tag tone={one.isLate ? 'amber' : one.isOpen ? 'accent' : 'grey'}>
                {one.isLate ? 'Overdue' : one.isOpen ? 'Open' : 'Done'}
              </Tag>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
