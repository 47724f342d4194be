import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { noteFlags } from './note-flags.ts'
import styles from './PersonPage.module.css'

/** What staff wrote down about a person. What must be seen is also a flag beside the name. */
export function NotePanel({ patient }: { patient: Patient }) {
  const flags = noteFlags(patient.note)
  return (
    <Panel
      title="Note"
      aside={
        flags.length > 0
          ? flags.map((flag) => (
              <Tag key={flag} tone="amber">
                {flag}
              </Tag>
            ))
          : undefined
      }
    >
      {patient.note ? (
        <p className={styles.note}>
          <PersonText>{patient.note}</PersonText>
        </p>
      ) : (
        <p className={styles.second}>No note. Alerts such as premedication belong here.</p>
      )}
    </Panel>
  )
}
