import { typeLimits } from '@dentalanswer/shared/domain/assistant-words.ts'
import type { AppointmentType } from '@dentalanswer/shared/domain/practice.ts'
import { Switch } from '@mantine/core'
import { useState } from 'react'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { useIsLive } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'

/** Whether the assistant books an appointment type at once or leaves it to staff. It is switched at once; `lack` says why nobody can have
 *  it by phone, whatever the switch says. */
export function TypeSwitch({ type, lack = null }: { type: AppointmentType; lack?: string | null }) {
  const isLive = useIsLive()
  const [isBusy, setBusy] = useState(false)
  const turn = async (bookableByVoice: boolean) => {
    setBusy(true)
    try {
      await runCommand('appointmentType.put', { ...type, bookableByVoice, expected: type }, `What it books: ${type.name}`, false)
    } catch (error) {
      tell({ tone: 'problem', text: `${type.name} was not switched: ${wordsOf(error)}` })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Switch
      label={`${type.name}${typeLimits(type)}`}
      description={
        lack ? `${lack}.` : type.bookableByVoice ? `Booked at once, ${type.durationMinutes} min` : 'Left to you, with a callback'
      }
      checked={type.bookableByVoice}
      disabled={!isLive || isBusy}
      onChange={(event) => void turn(event.currentTarget.checked)}
    />
  )
}
