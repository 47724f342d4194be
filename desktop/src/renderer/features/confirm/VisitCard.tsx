import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { openPlace } from '../../live/places.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonCard } from '../../ui/PersonCard.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { CallOutcomes } from './CallOutcomes.tsx'
import { CancelVisit } from './CancelVisit.tsx'
import { markConfirmed } from './confirm-commands.ts'
import { useConfirm } from './confirm-store.ts'
import styles from './HouseholdPane.module.css'
import type { Household, Visit } from './households-of.ts'
import type { Scene } from './use-scene.ts'
import { answeredWords, askedWords } from './visit-words.ts'

type VisitCardProps = { scene: Scene; household: Household; visit: Visit; now: Instant }

/** One visit: when, what, how it stands, and what can be done about it. */
export function VisitCard({ scene, household, visit, now }: VisitCardProps) {
  const { practice } = scene
  const { appointment, patient } = visit
  const form = useConfirm((state) => (state.form?.visitId === appointment.id ? state.form : null))
  const queued = useQueuedFor('appointmentId', appointment.id)
  const isConfirmed = appointment.confirmation === 'confirmed'
  const name = patient ? fullName(patient) : 'Removed'
  const { times, today } = practice
  return (
    <PersonCard
      name={name}
      note={patient?.note ?? ''}
      onOpen={() => openPlace('people', appointment.patientId)}
      tags={
        <>
          <Tag tone={isConfirmed ? 'green' : 'amber'}>{isConfirmed ? 'Confirmed' : 'Unconfirmed'}</Tag>
          {queued.length > 0 ? <Tag tone="amber">A change waits for the connection</Tag> : null}
        </>
      }
      buttons={form === null ? <VisitButtons scene={scene} household={household} visit={visit} name={name} /> : null}
    >
      <p className={styles.visit}>
        <strong>{times.dayAndTime(appointment.startsAt, today)}</strong> · {practice.typeName(appointment.appointmentTypeId)} ·{' '}
        {practice.operatoryName(appointment.operatoryId)} · {practice.providerName(appointment.providerId)}
      </p>
      <p className={styles.second}>
        <PersonText>{[askedWords(visit, now, practice), answeredWords(visit, practice)].filter(Boolean).join(' · ')}</PersonText>
      </p>
      {appointment.note ? (
        <p className={styles.note}>
          <PersonText>{appointment.note}</PersonText>
        </p>
      ) : null}
      {form?.kind === 'call' ? <CallOutcomes scene={scene} household={household} visit={visit} /> : null}
      {form?.kind === 'cancel' ? <CancelVisit practice={practice} household={household} visit={visit} form={form} /> : null}
    </PersonCard>
  )
}

type VisitButtonsProps = Omit<VisitCardProps, 'now'> & { name: string }

function VisitButtons({ scene: { practice }, household, visit, name }: VisitButtonsProps) {
  const openForm = useConfirm((state) => state.openForm)
  const { appointment } = visit
  return (
    <>
      {appointment.confirmation === 'confirmed' ? null : (
        <Button size="small" aria-label={`Mark confirmed: ${name}`} onClick={() => void markConfirmed([visit], practice)}>
          Mark confirmed
        </Button>
      )}
      <Button size="small" aria-label={`Move ${name}`} onClick={() => openPlace('day', appointment.id)}>
        Move
      </Button>
      <Button
        size="small"
        aria-label={`Cancel ${name}`}
        onClick={() => openForm({ kind: 'cancel', visitId: appointment.id, reason: '', sendText: household.noText === null })}
      >
        Cancel…
      </Button>
    </>
  )
}
