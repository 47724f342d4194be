import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand } from '../../live/run-command.ts'
import { RowList } from './RowList.tsx'
import styles from './SetupPlace.module.css'
import { saveOrder } from './save-order.ts'
import { TypeFields } from './TypeFields.tsx'
import { useRows } from './use-rows.ts'

const blank = (id: string, position: number) =>
  ({
    ...{ id, position, name: '', spokenNames: [], durationMinutes: 60, bufferMinutes: 0, providers: [], operatoryIds: [] },
    ...{ patients: 'any', minimumAge: null, maximumAge: null, isEmergency: false, dentistCheckMinutes: 0 },
    ...{ maxPerDay: null, bookableByVoice: false, active: true },
  }) as unknown as AppointmentType

/** What can be booked: how long, by whom, where, for whom. */
export function TypesSection({ practice }: { practice: PracticeNow }) {
  const { rows, current, isNew, isUnsaved, choose, add, dropNew } = useRows('types', practice.setup.appointmentTypes, blank)
  const move = (id: string, step: -1 | 1) =>
    saveOrder(rows, id, step, (one, expected) => runCommand('appointmentType.put', { ...one, expected }, `Order of ${one.name}`, false))
  return (
    <div className={styles.split}>
      <RowList
        title="Appointment types"
        rows={rows.map((one) => ({
          ...{ id: one.id, name: one.name, isActive: one.active, isUnsaved: isUnsaved(one.id) },
          second: `${one.durationMinutes} min${one.isEmergency ? ' · emergency' : ''}${one.bookableByVoice ? '' : ' · staff only'}`,
        }))}
        chosenId={current?.id ?? null}
        onChoose={choose}
        onAdd={add}
        addWords="Add a type"
        onMove={isNew ? null : move}
      />
      {current ? <TypeFields key={current.id} practice={practice} type={current} isNew={isNew} onDrop={dropNew} /> : null}
    </div>
  )
}
