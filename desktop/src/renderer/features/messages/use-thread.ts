import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { useRef, useState } from 'react'
import type { ThreadView } from '../../../ipc/views.ts'
import type { BridgeError } from '../../bridge.ts'
import { useLive } from '../../live/live-query.ts'

const FIRST = 50
const MORE = 150
const MOST = 500

export type ThreadRead = {
  view: ThreadView | null
  error: BridgeError | null
  again: () => void
  readOlder: (() => void) | null
  isCut: boolean
}

/** One number's texts, the newest first to be read; the picture stays while more are read. */
export function useThread(phoneNumber: PhoneNumber | null): ThreadRead {
  const [wanted, setWanted] = useState({ phoneNumber, limit: FIRST })
  const limit = wanted.phoneNumber === phoneNumber ? wanted.limit : FIRST
  const { value, error, again } = useLive('thread.read', phoneNumber ? { phoneNumber, limit } : null)
  const kept = useRef<ThreadView | null>(null)
  if (value) kept.current = value
  const view = value ?? (kept.current?.phoneNumber === phoneNumber ? kept.current : null)
  const canGrow = Boolean(value?.hasOlder) && limit < MOST
  return {
    view,
    error,
    again,
    readOlder: canGrow ? () => setWanted({ phoneNumber, limit: Math.min(MOST, limit + MORE) }) : null,
    isCut: Boolean(value?.hasOlder) && limit >= MOST,
  }
}
