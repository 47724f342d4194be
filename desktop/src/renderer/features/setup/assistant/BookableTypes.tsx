import { typeLimits } from '@dentalanswer/shared/domain/assistant-words.ts'
import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { Input, Switch } from '@mantine/core'
import { useState } from 'react'
import { runCommand, wordsOf } from '../../../live/run-command.ts'
import { useIsLive } from '../../../live/session.ts'
import { tell } from '../../../live/tell.ts'
import styles from './Assistant.module.css'

/** A switch for each appointment type: the assistant books it at once, or staff approve. */
export function BookableTypes({ types }: { types: AppointmentType[] }) {
  const isLive = useIsLive()
  const [busyId, setBusyId] = useState<string | null>(null)
  const active = types.filter((one) => one.active).toSorted((a, b) => a.position - b.position)
  const turn = async (type: AppointmentType, bookableByVoice: boolean) => {
    setBusyId(type.id)
    try {
      await runCommand('appointmentType.put', { ...type, bookableByVoice, expected: type }, `What it books: ${type.name}`, false)
    } catch (error) {
      tell({ tone: 'problem', text: `${type.name} was not switched: ${wordsOf(error)}` })
    } finally {
      setBusyId(null)
    }
  }
  return (
    <Input.Wrapper label="What it books at once" labelElement="div" role="group" aria-label="What it books at once">
      {active.length === 0 ? (
        <p className={styles.second}>There are no appointment types yet. Add them in Setup → Appointment types.</p>
      ) : null}
      <ul className={styles.types}>
        {active.map((type) => (
          <li key={type.id}>
            <Switch
              label={`${type.name}${typeLimits(type)}`}
              description={type.bookableByVoice ? 'Booked at once' : 'Left to you'}
              checked={type.bookableByVoice}
              disabled={!isLive || busyId === type.id}
              onChange={(event) => void turn(type, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  )
}
