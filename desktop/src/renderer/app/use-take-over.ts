import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { useState } from 'react'
import type { CallView } from '../../ipc/views.ts'
import type { PracticeNow } from '../live/practice.ts'
import { runCommand, wordsOf } from '../live/run-command.ts'
import { useIsLive, usePreferences } from '../live/session.ts'
import { tell } from '../live/tell.ts'

/** Has the live call put through to the practice. `blocked` says why that cannot be asked for now. */
export function useTakeOver(callId: CallId, view: CallView | undefined, practice: PracticeNow) {
  const isLive = useIsLive()
  const by = usePreferences().staffName ?? ''
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const run = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await runCommand('call.takeOver', { callId, by }, 'Take over the call', false)
      tell({ tone: 'done', text: 'The call is being put through to the practice’s phone.' })
    } catch (error) {
      setRefusal(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const hasNumber = practice.setup.practice.settings.transferNumber !== null
  return { run, isBusy, refusal, blocked: whyBlocked(isLive, hasNumber, view?.call.takenOverBy ?? null) }
}

function whyBlocked(isLive: boolean, hasNumber: boolean, takenOverBy: string | null): string | null {
  if (takenOverBy) return 'The call was taken over already.'
  if (!isLive) return 'Taking over needs the connection to the relay.'
  return hasNumber ? null : 'To take calls over, set the number to put them through to in Setup.'
}
