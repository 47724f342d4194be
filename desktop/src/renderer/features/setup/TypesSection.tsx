import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { moveInOrder } from './move-in-order.ts'
import { RowList } from './RowList.tsx'
import styles from './SetupPlace.module.css'
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
  const move = async (id: string, step: -1 | 1) => {
    try {
      for (const one of moveInOrder(rows, id, step))
        await runCommand('appointmentType.put', { ...one, expected: rows.find((row) => row.id === one.id) }, `Order of ${one.name}`, false)
    } catch (error) {
      tell({ tone: 'problem', text: wordsOf(error) })
    }
  }
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
