import { useLive } from '../../live/live-query.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { fullName } from '../../ui/names.ts'
import { usePeople } from './people-store.ts'
import styles from './SearchPane.module.css'

/** Records that somebody or the AI line found to be perhaps one person twice. */
export function DuplicateLeads() {
  const { value: work } = useLive('work.read', {})
  const open = usePeople((state) => state.open)
  const leads = (work?.leads ?? []).filter((one) => one.kind === 'possible_duplicate' && one.status === 'open' && one.patientId)
  if (!work || leads.length === 0) return null
  return (
    <section className={styles.duplicates} aria-label="Perhaps one person twice">
      <h2>Perhaps one person twice · {leads.length}</h2>
      <ul>
        {leads.map((lead) => {
          const patient = work.patients.find((one) => one.id === lead.patientId)
          return (
            <li key={lead.id}>
              <ListRow name={patient ? fullName(patient) : 'A person'} isSelected={false} onOpen={() => open(lead.patientId!)}>
                <span className={styles.facts}>{lead.reason}</span>
              </ListRow>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
