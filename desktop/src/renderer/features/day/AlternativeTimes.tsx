import type { OpenSlotOut } from '@dentalanswer/shared/contract/times.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Pane.module.css'

type AlternativeTimesProps = { practice: PracticeNow; slots: OpenSlotOut[]; onTake: (slot: OpenSlotOut) => void }

/** The open times the relay offers instead; one press takes one. */
export function AlternativeTimes({ practice, slots, onTake }: AlternativeTimesProps) {
  return (
    <div className={styles.slots}>
      <span className={styles.second}>Open instead:</span>
      {slots.map((slot) => (
        <Button key={`${slot.startsAt} ${slot.providerId}`} size="small" onClick={() => onTake(slot)}>
          {practice.times.dayAndTime(slot.startsAt, practice.today)} · {practice.operatoryName(slot.operatoryId)} ·{' '}
          {practice.providerName(slot.providerId)}
        </Button>
      ))}
    </div>
  )
}
