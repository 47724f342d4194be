import { addDays, isLocalDate, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import type { PracticeNow } from '../../live/practice.ts'
import { useSession } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import type { Columns } from '../../ui/board/board-columns.ts'
import styles from './DayToolbar.module.css'
import { useDay } from './day-store.ts'

type DayToolbarProps = { practice: PracticeNow; day: LocalDate; columns: Columns; listWords: string }

/** Which day, by what columns, and what can be added to it. */
export function DayToolbar({ practice, day, columns, listWords }: DayToolbarProps) {
  const { showDay, showWeek, openSide } = useDay.getState()
  const isWeek = useDay((state) => state.isWeek)
  const change = useSession.getState().change
  const step = isWeek ? 7 : 1
  const show = (dayColumns: Columns) => {
    showWeek(false)
    void change({ dayColumns })
  }
  const go = (to: LocalDate) => showDay(to, isWeek)
  return (
    <div className={styles.bar} role="toolbar" aria-label="Day">
      <div className={styles.group}>
        <Button className={styles.icon} keys="[" aria-label={isWeek ? 'Week before' : 'Day before'} onClick={() => go(addDays(day, -step))}>
          <IconChevronLeft size={16} />
        </Button>
        <Button className={styles.icon} keys="]" aria-label={isWeek ? 'Week after' : 'Day after'} onClick={() => go(addDays(day, step))}>
          <IconChevronRight size={16} />
        </Button>
        <Button keys="t" onClick={() => showDay(null)} disabled={day === practice.today && !isWeek}>
          Today
        </Button>
        <input
          className={styles.date}
          type="date"
          aria-label="Go to a day"
          value={day}
          onChange={(event) => isLocalDate(event.currentTarget.value) && go(event.currentTarget.value)}
        />
      </div>
      <h2 className={styles.title}>
        {practice.times.longDay(day)}
        {day.slice(0, 4) === practice.today.slice(0, 4) ? '' : `, ${day.slice(0, 4)}`}
      </h2>
      <div className={styles.group}>
        <fieldset className={styles.switch}>
          <legend data-unseen="">View</legend>
          <Choice isOn={!isWeek && columns === 'operatories'} onClick={() => show('operatories')}>
            Operatories
          </Choice>
          <Choice isOn={!isWeek && columns === 'providers'} onClick={() => show('providers')}>
            Providers
          </Choice>
          <Choice isOn={isWeek} onClick={() => showWeek(true)}>
            Week
          </Choice>
        </fieldset>
        <Button className={styles.lists} onClick={() => openSide('lists')}>
          {listWords}
        </Button>
        <Button tone="main" keys="n" onClick={() => openSide('book')}>
          New appointment
        </Button>
        <Button onClick={() => openSide('closure')}>Block time</Button>
        <Button className={styles.icon} aria-label="Print the day" title="Print the day" onClick={() => window.print()}>
          <IconPrinter size={16} />
        </Button>
      </div>
    </div>
  )
}

function Choice({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className={styles.choice} aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  )
}
