import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Month, UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import { create } from 'zustand'
import { callDesk } from '../../bridge.ts'
import { deskNow } from '../../live/clock.ts'
import { wordsOf } from '../../live/run-command.ts'
import { useSession } from '../../live/session.ts'
import { addMonths } from './months.ts'

export const MONTHS = 12

type ReportsState = {
  /** Null: the present month, also when a new one begins. */
  month: Month | null
  report: UsageReport | null
  readAt: Instant | null
  problem: string | null
  isReading: boolean
  /** On a narrow window: whether a month stands in the place of the list. */
  isOpen: boolean
  choose: (month: Month | null, isOpen: boolean) => void
  close: () => void
  /** Asks for the last twelve months; what was read before stays until the answer is here. */
  read: (present: Month) => Promise<void>
}

let asked = 0

/** Usage is not kept on this computer: it is asked for when somebody looks. */
export const useReports = create<ReportsState>()((set) => ({
  month: null,
  report: null,
  readAt: null,
  problem: null,
  isReading: false,
  isOpen: false,
  choose: (month, isOpen) => set({ month, isOpen }),
  close: () => set({ isOpen: false }),
  read: async (present) => {
    const mine = ++asked
    set({ isReading: true })
    try {
      const report = await callDesk('usage.read', { from: addMonths(present, 1 - MONTHS), to: present })
      if (mine === asked) set({ report, readAt: deskNow(), problem: null, isReading: false })
    } catch (error) {
      if (mine === asked) set({ problem: wordsOf(error), isReading: false })
    }
  },
}))

// Nothing of one practice stays in the window when this desk leaves it.
useSession.subscribe((now, before) => {
  if (now.paired?.practice.id === before.paired?.practice.id) return
  asked += 1
  useReports.setState(useReports.getInitialState(), true)
})
