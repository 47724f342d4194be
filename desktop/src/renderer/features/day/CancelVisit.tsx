import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useState } from 'react'
import { useActions } from '../../live/actions.ts'
import { CancelForm } from '../../ui/CancelForm.tsx'
import { boardName } from '../../ui/names.ts'
import { expectedVersion, sendCancel } from './day-commands.ts'
import { useDay } from './day-store.ts'
import { whyNoText } from './texting.ts'
import type { Scene } from './use-scene.ts'

/** Cancels the selected visit. */
export function CancelVisit({ scene, appointment, patient }: { scene: Scene; appointment: Appointment; patient: Patient | null }) {
  const [form, setForm] = useState({ reason: '', sendText: true })
  const [isBusy, setBusy] = useState(false)
  const keep = () => useDay.getState().startCancel(null)
  useActions([{ id: 'cancel-keep', title: 'Keep the visit', keys: ['escape'], group: 'Appointment', whileTyping: true, run: keep }])

  const cancel = async (given: typeof form) => {
    setBusy(true)
    const isSent = await sendCancel(scene.practice, appointment, {
      name: patient ? boardName(patient) : 'the visit',
      ...given,
      version: expectedVersion(appointment, scene.pending),
    })
    setBusy(false)
    if (isSent) keep()
  }
  const noText = whyNoText(patient, scene.view.optOuts)
  return (
    <CancelForm value={form} noText={noText} isBusy={isBusy} onChange={setForm} onCancel={(given) => void cancel(given)} onKeep={keep} />
  )
}
