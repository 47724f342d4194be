import { useRef } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { FilterTabs } from '../../../ui/FilterTabs.tsx'
import { useSetup } from '../setup-store.ts'
import styles from './Registration.module.css'
import { RegistrationDetails } from './RegistrationDetails.tsx'
import { RegistrationStanding } from './RegistrationStanding.tsx'
import { registeringsOf } from './registrations-of.ts'

/** Leave to text: where it stands and what carriers want to know. A toll-free number has a registration of its own. */
export function RegistrationForm({ practice }: { practice: PracticeNow }) {
  const { chosen, choose } = useSetup()
  const top = useRef<HTMLDivElement>(null)
  const all = registeringsOf(practice.setup)
  const one = all.find(({ key }) => key === chosen.registration) ?? all[0]!
  return (
    <div ref={top} className={styles.registration}>
      {all.length > 1 ? (
        <FilterTabs
          legend="Which numbers"
          tabs={all.map(({ key, numbers, kind, standing }) => ({
            id: key,
            words: `${kind === 'toll_free' ? practice.phone(numbers[0]!.phoneNumber) : 'Ordinary numbers'}${standing.who === 'staff' ? ' · your turn' : ''}`,
          }))}
          chosen={one.key}
          onChoose={(key) => choose('registration', key)}
        />
      ) : null}
      <RegistrationStanding practice={practice} one={one} />
      <RegistrationDetails key={one.key} practice={practice} one={one} onSent={() => top.current?.scrollIntoView({ block: 'start' })} />
    </div>
  )
}
