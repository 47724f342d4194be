import { useState } from 'react'
import { useActions } from '../../live/actions.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { CancelForm } from '../../ui/CancelForm.tsx'
import { cancelVisit } from './confirm-commands.ts'
import { type Form, useConfirm } from './confirm-store.ts'
import type { Household, Visit } from './households-of.ts'

type CancelVisitProps = { practice: PracticeNow; household: Household; visit: Visit; form: Extract<Form, { kind: 'cancel' }> }

/** Cancels one visit of the household; what is typed stays while staff are elsewhere. */
export function CancelVisit({ practice, household, visit, form }: CancelVisitProps) {
  const openForm = useConfirm((state) => state.openForm)
  const [isBusy, setBusy] = useState(false)
  const close = () => openForm(null)
  useActions([
    {
      id: 'confirm-form-close',
      title: 'Keep the visit',
      keys: ['escape'],
      group: 'Confirm',
      isHidden: true,
      whileTyping: true,
      run: close,
    },
  ])
  const cancel = async (given: { reason: string; sendText: boolean }) => {
    setBusy(true)
    const isDone = await cancelVisit(visit, practice, given)
    setBusy(false)
    if (isDone) close()
  }
  return (
    <CancelForm
      value={form}
      noText={household.noText === null ? null : `${household.noText}: no text goes out`}
      isBusy={isBusy}
      onChange={(value) => openForm({ ...form, ...value })}
      onCancel={(given) => void cancel(given)}
      onKeep={close}
    />
  )
}
