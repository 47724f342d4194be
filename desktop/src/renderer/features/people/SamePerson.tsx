import type { Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { PersonView } from '../../../ipc/views.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'
import { useCandidates } from './use-candidates.ts'

/** Asks whether this record and another are one person: because a lead says so, or because name and birth date are the same. */
export function SamePerson({ person: { patient, leads } }: { person: PersonView }) {
  const lead = leads.find((one) => one.kind === 'possible_duplicate' && one.status === 'open' && one.patientId === patient.id)
  const candidates = useCandidates(patient, lead !== undefined).filter((one) => lead || one.likeness.isStrong)
  const compare = usePeople((state) => state.compare)
  if (!lead && candidates.length === 0) return null
  return (
    <section className={styles.cards} aria-label="Perhaps one person twice">
      {candidates.slice(0, 3).map(({ patient: other, likeness }) => (
        <div key={other.id} className={styles.suggestion}>
          <div className={styles.words}>
            <p>
              Is {fullName(other) === fullName(patient) ? 'the other ' : ''}
              <PersonText>{fullName(other)}</PersonText> the same person?
            </p>
            <p className={styles.second}>
              {[...likeness.reasons, ...(likeness.birthDates === 'differing' ? ['but different birth dates'] : [])].join(', ')}
            </p>
          </div>
          <span className={styles.actions}>
            <Button tone="main" onClick={() => compare(other.id)}>
              Compare
            </Button>
            {lead ? <NotTheSame lead={lead} name={fullName(patient)} /> : null}
          </span>
        </div>
      ))}
      {lead && candidates.length === 0 ? (
        <div className={styles.suggestion}>
          <div className={styles.words}>
            <p>This record was thought to be there twice; no second one is found now.</p>
          </div>
          <NotTheSame lead={lead} name={fullName(patient)} words="Done" />
        </div>
      ) : null}
    </section>
  )
}

type NotTheSameProps = { lead: Lead; name: string; words?: string; onDone?: () => void }

/** Two people after all: the question is closed and does not come back. */
export function NotTheSame({ lead, name, words = 'Not the same person', onDone }: NotTheSameProps) {
  const close = async () => {
    const outcome = await doCommand(
      'lead.close',
      { leadId: lead.id, outcome: 'Not the same person' },
      `${name}: not the same person`,
      'Kept as two people.',
    )
    if (outcome) onDone?.()
  }
  return <Button onClick={() => void close()}>{words}</Button>
}
