import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { Fragment, type ReactNode } from 'react'
import { fullName } from './names.ts'
import styles from './PersonCard.module.css'
import { PersonText } from './PersonText.tsx'

type PersonCardProps = { patient: Patient; tags?: ReactNode; facts: { label: string; value: ReactNode }[]; children?: ReactNode }

/** One person in a few lines, for the column beside what is shown; `children` are its buttons. */
export function PersonCard({ patient, tags, facts, children }: PersonCardProps) {
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <PersonText className={styles.name}>{fullName(patient)}</PersonText>
        {tags}
      </header>
      <dl className={styles.facts}>
        {facts.map((one) => (
          <Fragment key={one.label}>
            <dt>{one.label}</dt>
            <dd>
              <PersonText>{one.value}</PersonText>
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className={styles.buttons}>{children}</div>
    </article>
  )
}
