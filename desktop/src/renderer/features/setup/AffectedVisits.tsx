import { useLive } from '../../live/live-query.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { boardName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import styles from './SetupPlace.module.css'
import { useSetup } from './setup-store.ts'

/** The appointments that stood on the time closed last. Each is a follow-up already; here they are at once, to be moved. */
export function AffectedVisits({ practice }: { practice: PracticeNow }) {
  const affected = useSetup((state) => state.affected)
  const forgetAffected = useSetup((state) => state.forgetAffected)
  const { times, today } = practice
  const days = (affected ?? []).map((one) => times.dayOf(one.startsAt)).sort()
  const range = days.length > 0 ? { from: days[0]!, to: days.at(-1)! } : null
  const people = useLive('days.read', range).value?.patients ?? []
  if (!affected) return null
  const away = (
    <Button size="small" tone="quiet" onClick={forgetAffected}>
      Put away
    </Button>
  )
  if (affected.length === 0)
    return (
      <Panel title="On the time just closed" aside={away}>
        <p className={styles.second}>No appointment stood there.</p>
      </Panel>
    )
  return (
    <Panel title={`On the time just closed: ${affected.length}, each now a follow-up to move`} aside={away} isFlush>
      <ul className={styles.rows}>
        {affected.map((one) => {
          const patient = people.find((other) => other.id === one.patientId)
          return (
            <li key={one.id}>
              <span className={styles.words}>
                <strong>{times.dayAndTime(one.startsAt, today)}</strong> <PersonText>{patient ? boardName(patient) : ''}</PersonText>
                <br />
                <span className={styles.second}>
                  {practice.typeName(one.appointmentTypeId)} · {practice.providerName(one.providerId)}
                </span>
              </span>
              <Button size="small" aria-label={`Open ${times.dayAndTime(one.startsAt, today)}`} onClick={() => openPlace('day', one.id)}>
                Open
              </Button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
