import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { Input } from '@mantine/core'
import { TypeSwitch } from '../TypeSwitch.tsx'
import styles from './Assistant.module.css'

/** A switch for each appointment type: the assistant books it at once, or it is left to staff. */
export function BookableTypes({ types }: { types: AppointmentType[] }) {
  const active = types.filter((one) => one.active).toSorted((a, b) => a.position - b.position)
  return (
    <Input.Wrapper label="What it books at once" labelElement="div" role="group" aria-label="What it books at once">
      {active.length === 0 ? (
        <p className={styles.second}>There are no appointment types yet. Add them in Setup → Appointment types.</p>
      ) : null}
      <ul className={styles.types}>
        {active.map((type) => (
          <li key={type.id}>
            <TypeSwitch type={type} />
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  )
}
