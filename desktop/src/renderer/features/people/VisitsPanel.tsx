import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { useState } from 'react'
import { useNow } from '../../live/clock.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import styles from './PersonPage.module.css'
import { visitsOf, visitWords } from './visits-of.ts'

const FEW = 5
const TONES: Record<string, Tone> = { Confirmed: 'green', 'Not confirmed': 'amber', 'Did not come': 'amber', 'Not marked': 'amber' }

type VisitsPanelProps = { practice: PracticeNow; appointments: Appointment[]; patientId: string }

/** The next, past and cancelled appointments; each opens on its day. */
export function VisitsPanel({ practice, appointments, patientId }: VisitsPanelProps) {
  const now = useNow()
  const { next, past, cancelled } = visitsOf(appointments, now)
  const aside = appointments.length > 0 ? `${next.length} to come · ${past.length} past · ${cancelled.length} cancelled` : undefined
  return (
    <Panel title="Appointments" aside={aside} isFlush>
      {next.length === 0 ? (
        <p className={styles.empty}>
          Nothing is booked.{' '}
          <Button size="small" onClick={() => openPlace('day', `book:${patientId}`)}>
            Book an appointment
          </Button>
        </p>
      ) : null}
      <VisitGroup practice={practice} title="To come" visits={next} />
      <VisitGroup practice={practice} title="Past" visits={past} />
      <VisitGroup practice={practice} title="Cancelled" visits={cancelled} />
    </Panel>
  )
}

function VisitGroup({ practice, title, visits }: { practice: PracticeNow; title: string; visits: Appointment[] }) {
  const [isWhole, setWhole] = useState(false)
  if (visits.length === 0) return null
  const shown = isWhole ? visits : visits.slice(0, FEW)
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.rows}>
        {shown.map((one) => (
          <li key={one.id}>
            <VisitLink practice={practice} visit={one} />
          </li>
        ))}
        {visits.length > shown.length ? (
          <li>
            <Button size="small" tone="quiet" onClick={() => setWhole(true)}>
              {`${visits.length - shown.length} more`}
            </Button>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

function VisitLink({ practice, visit }: { practice: PracticeNow; visit: Appointment }) {
  const words = visitWords(visit, useNow())
  return (
    <button type="button" className={styles.link} onClick={() => openPlace('day', visit.id)}>
      <span>
        <strong>{practice.times.dayAndTime(visit.startsAt, practice.today)}</strong> · {practice.typeName(visit.appointmentTypeId)}
        <br />
        <span className={styles.second}>
          {practice.providerName(visit.providerId)} · {practice.operatoryName(visit.operatoryId)}
          {visit.cancellationReason ? <PersonText>{` · ${visit.cancellationReason}`}</PersonText> : null}
        </span>
      </span>
      <span className={styles.line}>
        {visit.bookedBy === 'voice' || visit.bookedBy === 'text' ? (
          <Tag tone="violet">{`Booked by ${visit.bookedBy === 'voice' ? 'AI' : 'text'}`}</Tag>
        ) : null}
        <Tag tone={TONES[words] ?? 'grey'}>{words}</Tag>
      </span>
    </button>
  )
}
