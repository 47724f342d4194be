import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { closureWords } from '../../ui/board/board-closures.ts'
import { timeLeft } from '../../ui/board/board-openings.ts'
import { boardName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { closuresOn } from './closures-on.ts'
import styles from './DayLists.module.css'
import { useDay } from './day-store.ts'
import type { Scene } from './use-scene.ts'

type DayListsProps = { scene: Scene; onOpenOpening: (openingId: string) => void }

/** Beside the board: what is open, what is closed, and who cancelled. */
export function DayLists({ scene, onOpenOpening }: DayListsProps) {
  const { practice, view, now, day } = scene
  const { openDetail } = useDay.getState()
  const { times } = practice
  const open = view.openings.filter((one) => one.status === 'open').toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const cancelled = view.appointments.filter((one) => one.status === 'cancelled').toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const closures = closuresOn(practice.setup, day)
  const nameOf = (one: Appointment) => {
    const patient = view.patients.find((each) => each.id === one.patientId)
    return patient ? boardName(patient) : 'Name not here yet'
  }
  return (
    <div className={styles.lists}>
      {view.isPartial ? (
        <p className={styles.partial} role="status">
          This day is not kept on this computer, so visits may be missing. They come when the connection is back.
        </p>
      ) : null}
      <Panel title="Openings" aside={open.length || undefined} isFlush={open.length > 0}>
        {open.length === 0 ? <p className={styles.none}>No freed time on this day.</p> : null}
        <ul className={styles.list}>
          {open.map((one) => (
            <li key={one.id} className={styles.row}>
              <div>
                <strong className={styles.open}>
                  {times.clock(one.startsAt)}–{times.time(one.endsAt)}
                </strong>
                <div className={styles.second}>
                  {practice.operatoryName(one.operatoryId)} · {practice.providerName(one.providerId)} ·{' '}
                  {timeLeft(one.startsAt, one.endsAt, now)}
                </div>
              </div>
              <Button size="small" onClick={() => onOpenOpening(one.id)}>
                Book into it
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
      {closures.length > 0 ? (
        <Panel title="Closed and kept time" isFlush>
          <ul className={styles.list}>
            {closures.map((one) => (
              <li key={one.id} className={styles.row}>
                <div>
                  <strong>{closureWords(one, times)}</strong>
                  <div className={styles.second}>
                    {spanWordsOf(one, day, times)} ·{' '}
                    {one.operatoryId
                      ? practice.operatoryName(one.operatoryId)
                      : one.providerId
                        ? practice.providerName(one.providerId)
                        : 'whole practice'}
                  </div>
                </div>
                <Button
                  size="small"
                  onClick={() => void doCommand('closure.remove', { closureId: one.id }, `Remove: ${closureWords(one, times)}`, 'Removed')}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title="Cancelled" aside={cancelled.length || undefined} isFlush={cancelled.length > 0}>
        {cancelled.length === 0 ? <p className={styles.none}>Nobody cancelled on this day.</p> : null}
        <ul className={styles.list}>
          {cancelled.map((one) => (
            <li key={one.id}>
              <button type="button" className={styles.button} onClick={() => openDetail(one.id)}>
                <strong>
                  {times.clock(one.startsAt)} <PersonText>{nameOf(one)}</PersonText>
                </strong>
                <span className={styles.second}>
                  <PersonText>{one.cancellationReason ?? 'No reason given'}</PersonText>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function spanWordsOf(
  one: { startsAt: Appointment['startsAt']; endsAt: Appointment['endsAt'] },
  day: Scene['day'],
  times: Scene['practice']['times'],
) {
  const from = times.dayOf(one.startsAt) === day ? times.clock(one.startsAt) : times.shortDay(times.dayOf(one.startsAt))
  const to = times.dayOf(one.endsAt) === day ? times.time(one.endsAt) : times.shortDay(times.dayOf(one.endsAt))
  return `${from}–${to}`
}
