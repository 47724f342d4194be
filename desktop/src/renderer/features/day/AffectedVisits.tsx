import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { useLive } from '../../live/live-query.ts'
import { boardName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './DayLists.module.css'
import { openAppointment } from './use-open-target.ts'
import type { Scene } from './use-scene.ts'

const byStart = (a: Appointment, b: Appointment) => (a.startsAt < b.startsAt ? -1 : 1)

/** Visits that now stand in closed time and need somebody. */
export function AffectedVisits({ scene, visits }: { scene: Scene; visits: Appointment[] }) {
  const { times } = scene.practice
  const ordered = visits.toSorted(byStart)
  const [first, last] = [ordered[0], ordered.at(-1)]
  const people =
    useLive('days.read', first && last ? { from: times.dayOf(first.startsAt), to: times.dayOf(last.startsAt) } : null).value?.patients ?? []
  if (ordered.length === 0) return <p className={styles.none}>No visit stands in it.</p>
  return (
    <section aria-label="Visits in this time">
      <p className={styles.second}>{ordered.length === 1 ? '1 visit needs a new time:' : `${ordered.length} visits need a new time:`}</p>
      <ul className={styles.list}>
        {ordered.map((one) => {
          const patient = people.find((each) => each.id === one.patientId)
          return (
            <li key={one.id}>
              <button type="button" className={styles.button} onClick={() => void openAppointment(scene.practice, one.id)}>
                <strong>
                  <PersonText>{patient ? boardName(patient) : 'Name not here yet'}</PersonText>
                </strong>
                <span className={styles.second}>{times.dayAndTime(one.startsAt, scene.practice.today)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
