import type { ThreadView } from '../../../ipc/views.ts'
import { useActions } from '../../live/actions.ts'
import { useNow } from '../../live/clock.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { confirmVisits } from '../../live/visit-acts.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { stripsOf } from '../../ui/thread/strips-of.ts'
import { useMessages } from './messages-store.ts'
import styles from './NumberPane.module.css'
import { PersonOnNumber } from './PersonOnNumber.tsx'
import { type PersonFacts, personFacts } from './person-facts.ts'
import { WhyPane } from './WhyPane.tsx'

/** Everyone on the number, each on a card of their own, and the reason behind what the machine did. */
export function NumberPane({ practice, view }: { practice: PracticeNow; view: ThreadView }) {
  const now = useNow()
  const chosen = useMessages((state) => state.strip)
  const showColumn = useMessages((state) => state.showColumn)
  const { times, today } = practice
  const people = view.patients.map((one) => personFacts(one, view, { ...practice, now }))
  // The keys act on one person, and the buttons show on whom.
  const keyed = people.find((one) => one.next?.confirmation === 'unconfirmed') ?? people.find((one) => one.next)
  const strips = view.messages.flatMap((one) => stripsOf(one, view, { times, today, now })).filter((one) => one.why)
  const strip = strips.find((one) => one.key === chosen) ?? strips.at(-1)
  const confirm = ({ patient, next }: PersonFacts) => {
    if (next)
      void confirmVisits([{ appointmentId: next.id, label: `Confirm ${fullName(patient)}, ${times.dayAndTime(next.startsAt, today)}` }])
  }
  const move = ({ next }: PersonFacts) => openPlace('day', next?.id ?? null)
  const group = 'Messages'
  useActions(
    keyed
      ? [
          ...(keyed.next?.confirmation === 'unconfirmed'
            ? [{ id: 'messages-confirm', title: `Confirm ${fullName(keyed.patient)}`, keys: ['c'], group, run: () => confirm(keyed) }]
            : []),
          { id: 'messages-move', title: `Move ${fullName(keyed.patient)}`, keys: ['m'], group, run: () => move(keyed) },
        ]
      : [],
  )
  return (
    <aside className={styles.pane} aria-label="On this number">
      <Button size="small" className={styles.back} onClick={() => showColumn('thread')}>
        Back to the texts
      </Button>
      <h2>On this number</h2>
      <div className={styles.people}>
        {people.map((one) => (
          <PersonOnNumber
            key={one.patient.id}
            facts={one}
            hasKeys={one === keyed}
            onOpen={() => openPlace('people', one.patient.id)}
            onConfirm={() => confirm(one)}
            onMove={() => move(one)}
          />
        ))}
        {people.length === 0 ? (
          <div className={styles.card}>
            <p>Nobody has this number on their card.</p>
            <Button size="small" onClick={() => openPlace('people', `new:${view.phoneNumber}`)}>
              New patient
            </Button>
          </div>
        ) : null}
      </div>
      {strip ? <WhyPane strip={strip} isChosen={strip.key === chosen} /> : null}
    </aside>
  )
}
