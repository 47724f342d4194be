import type { AppointmentTypeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { ThreadView } from '../../../ipc/views.ts'
import { deskNow } from '../../live/clock.ts'
import { useOpenSlots } from '../../live/open-slots.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Composer.module.css'
import { ForWhom } from './ForWhom.tsx'
import { offerText, slotsToOffer } from './offer-text.ts'

const DAYS_AHEAD = 28

type OfferTimesProps = { practice: PracticeNow; view: ThreadView; onInsert: (text: string) => void }

/** Three open times, found in the real schedule, to put into the text. Nothing is held by offering them. */
export function OfferTimes({ practice, view, onInsert }: OfferTimesProps) {
  const isLive = useIsLive()
  const types = practice.setup.appointmentTypes.filter((one) => one.active)
  const [patient, setPatient] = useState<Patient | null>(view.patients[0] ?? null)
  const [chosenType, setChosenType] = useState<string | null>(null)
  const [skipped, setSkipped] = useState(0)
  const typeId = chosenType ?? usualType(view, patient) ?? types[0]?.id ?? null
  const { slots, problem } = useOpenSlots(
    isLive && typeId
      ? {
          appointmentTypeId: typeId as AppointmentTypeId,
          from: practice.today,
          days: DAYS_AHEAD,
          ...(patient && { patientId: patient.id }),
        }
      : null,
  )
  const { times, today } = practice
  const offered = slotsToOffer(slots?.slice(skipped) ?? [], times.dayOf)
  const last = offered.at(-1)
  const lastAt = slots && last ? slots.findLastIndex((one) => one.startsAt === last.startsAt) + 1 : 0
  return (
    <section className={styles.tool} aria-label="Offer times">
      <div className={styles.toolHead}>
        <NativeSelect
          size="xs"
          aria-label="Kind of visit"
          value={typeId ?? ''}
          data={types.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(event) => {
            setChosenType(event.currentTarget.value)
            setSkipped(0)
          }}
        />
        <ForWhom patients={view.patients} chosen={patient} onChoose={setPatient} />
      </div>
      {!isLive ? <p className={styles.hint}>Open times are known only while the desk is connected.</p> : null}
      {problem ? <p className={styles.hint}>{problem}</p> : null}
      {isLive && slots && offered.length === 0 ? (
        <p className={styles.hint}>{skipped > 0 ? 'No more open times were found.' : 'No open time in the next four weeks.'}</p>
      ) : null}
      {isLive && !slots && !problem ? <p className={styles.hint}>Looking for open times</p> : null}
      <ul className={styles.slots}>
        {offered.map((one) => (
          <li key={one.startsAt}>
            {times.dayAndTime(one.startsAt, today)} · {practice.providerName(one.providerId)}
          </li>
        ))}
      </ul>
      {offered.length > 0 ? (
        <div className={styles.toolButtons}>
          <Button
            size="small"
            tone="main"
            onClick={() => onInsert(offerText(offered, patient?.language ?? 'en', practice.setup.practice.timeZone))}
          >
            Put {offered.length === 1 ? 'it' : `these ${offered.length}`} in the text
          </Button>
          <Button size="small" onClick={() => setSkipped(skipped + lastAt)}>
            Other times
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** The kind of the person's next visit, else of the last one. */
function usualType({ appointments }: ThreadView, patient: Patient | null): string | undefined {
  const own = appointments.filter((one) => one.patientId === patient?.id && one.status !== 'cancelled')
  return (own.find((one) => one.startsAt > deskNow()) ?? own.at(-1))?.appointmentTypeId
}
