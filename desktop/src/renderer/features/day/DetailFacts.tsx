import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { ReactNode } from 'react'
import { useLive } from '../../live/live-query.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { ageOn, spanWords } from '../../ui/times.ts'
import styles from './Pane.module.css'
import type { Scene } from './use-scene.ts'

type DetailFactsProps = { scene: Scene; appointment: Appointment; patient: Patient | null }

/** Type, time, place and person of an appointment. */
export function DetailFacts({ scene, appointment, patient }: DetailFactsProps) {
  const { practice } = scene
  const { times } = practice
  const number = mainNumber(patient)
  const household = useLive('household.read', number ? { phoneNumber: number } : null).value
  const others = household?.patients.filter((one) => one.id !== patient?.id) ?? []
  const minutes = (Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)) / 60_000
  const turnover = (Date.parse(appointment.releasedAt) - Date.parse(appointment.endsAt)) / 60_000
  const age = patient ? ageOn(patient.birthDate, practice.today) : null
  return (
    <dl className={styles.facts}>
      <Fact name="When">
        <strong>{times.dayAndTime(appointment.startsAt, practice.today)}</strong>–{times.time(appointment.endsAt)}
        <div className={styles.second}>
          {spanWords(minutes)}
          {turnover > 0 ? `, then ${spanWords(turnover)} turnover` : ''}
        </div>
      </Fact>
      <Fact name="What">{practice.typeName(appointment.appointmentTypeId)}</Fact>
      <Fact name="With">
        {practice.providerName(appointment.providerId)} · {practice.operatoryName(appointment.operatoryId)}
      </Fact>
      {appointment.confirmedAt && appointment.confirmation === 'confirmed' ? (
        <Fact name="Confirmed">{times.dayAndTime(appointment.confirmedAt, practice.today)}</Fact>
      ) : null}
      {appointment.overbookReason ? <Fact name="Overbooked">{appointment.overbookReason}</Fact> : null}
      {appointment.status === 'cancelled' ? (
        <Fact name="Cancelled">
          {appointment.cancelledAt ? `${times.dayAndTime(appointment.cancelledAt, practice.today)} · ` : ''}
          <PersonText>{appointment.cancellationReason ?? 'no reason given'}</PersonText>
        </Fact>
      ) : null}
      {patient ? (
        <Fact name="Person">
          <PersonText>
            {[age === null ? '' : `${age} years`, patient.isNew ? 'new patient' : '', patient.language === 'es' ? 'Spanish' : '']
              .filter(Boolean)
              .join(' · ') || 'known patient'}
          </PersonText>
        </Fact>
      ) : null}
      {number ? (
        <Fact name="Number">
          <PersonText>{practice.phone(number)}</PersonText>
          {others.length > 0 ? (
            <div className={styles.second}>
              also of <PersonText>{others.map(fullName).join(', ')}</PersonText>
            </div>
          ) : null}
        </Fact>
      ) : null}
      {patient?.note ? (
        <Fact name="Alert">
          <PersonText>{patient.note}</PersonText>
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
