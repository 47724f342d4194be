import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { VirtualRows } from '../../ui/VirtualRows.tsx'
import { PersonRow } from './PersonRow.tsx'

const ROW_PX = 76

type PeopleListProps = {
  practice: PracticeNow
  people: Patient[]
  selectedId: string | null
  openId: string | null
  onOpen: (id: string) => void
}

/** Those found or opened last, however many. */
export function PeopleList({ practice, people, selectedId, openId, onOpen }: PeopleListProps) {
  const items = people.map((patient) => ({ key: patient.id as string, patient }))
  return (
    <VirtualRows items={items} label="People" estimate={ROW_PX} selectedKey={selectedId}>
      {({ patient }) => (
        <PersonRow
          practice={practice}
          patient={patient}
          isSelected={patient.id === selectedId}
          isOpen={patient.id === openId}
          onOpen={() => onOpen(patient.id)}
        />
      )}
    </VirtualRows>
  )
}
