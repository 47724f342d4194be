import { create } from 'zustand'
import type { AppState } from '../../ipc/contract.ts'
import type { Preferences, PreferencesChange } from '../../ipc/preferences.ts'
import type { Push } from '../../ipc/pushes.ts'
import { callDesk } from '../bridge.ts'

type SessionState = Partial<AppState> & {
  isReady: boolean
  /** Asks main for everything; at the start and after pairing. */
  load: () => Promise<void>
  take: (state: AppState) => void
  hear: (push: Push) => void
  change: (change: PreferencesChange) => Promise<void>
}

const noPreferences = {} as Preferences

/** The desk itself: whom it is paired with, its line to the relay, what waits to be sent, and its own preferences. */
export const useSession = create<SessionState>()((set) => ({
  isReady: false,
  load: async () => set({ ...(await callDesk('app.state', {})), isReady: true }),
  take: (state) => set({ ...state, isReady: true }),
  hear: (push) => {
    if (push.kind === 'line') set({ line: push.line })
    else if (push.kind === 'queue') set({ queue: push.queue })
    else if (push.kind === 'preferences') set({ preferences: push.preferences })
    else if (push.kind === 'update') set({ update: push.update })
    else if (push.kind === 'pairingLink') set({ pairingLink: { address: push.address, code: push.code } })
    else if (push.kind === 'appState') void callDesk('app.state', {}).then((state) => set({ ...state, isReady: true }))
  },
  change: async (change) => set({ preferences: await callDesk('preferences.change', change) }),
}))

export const usePreferences = (): Preferences => useSession((state) => state.preferences ?? noPreferences)
/** Whether changes reach the relay at once. */
export const useIsLive = (): boolean => useSession((state) => state.line?.state === 'live')

/** Who takes work on at this desk: the person who sits here, else the desk by its name. */
export const whoIsHere = (): string =>
  useSession.getState().preferences?.staffName || useSession.getState().paired?.device.name || 'This desk'
