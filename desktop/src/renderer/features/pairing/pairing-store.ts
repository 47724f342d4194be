import { z } from 'zod'
import { create } from 'zustand'
import { BridgeError, callDesk } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'
import { useSession } from '../../live/session.ts'
import { codeAsShown, isWholeCode } from './pairing-code.ts'
import { fieldOf, missingIn, type PairingField, type PairingInput } from './pairing-trouble.ts'

type PairingState = PairingInput & {
  isBusy: boolean
  trouble: { field: PairingField | null; words: string; count: number } | null
  /** The code is for another practice, and this many changes made for the present one would be lost: a person decides. */
  losing: { waiting: number; practice: string } | null
  /** A paired desk asks for the pairing screen again after it was removed from the practice. */
  isAgain: boolean
  type: (change: Partial<PairingInput>) => void
  /** Fills in what a pairing link names; a person still has to agree. */
  takeLink: (link: { address: string; code: string }) => void
  showAgain: (isAgain: boolean) => void
  pair: () => Promise<void>
}

const Loss = z.object({ waiting: z.int(), practice: z.string() })

/** What is typed on the pairing screen. Kept outside of it, so that nothing typed is lost. */
export const usePairing = create<PairingState>()((set, get) => ({
  address: '',
  code: '',
  deskName: 'Front desk',
  isBusy: false,
  trouble: null,
  losing: null,
  isAgain: false,
  type: (change) => set({ ...change, trouble: null, losing: null }),
  takeLink: ({ address, code }) => set({ address, code: codeAsShown(code), trouble: null, losing: null }),
  showAgain: (isAgain) => set({ isAgain, trouble: null }),
  pair: async () => {
    const { address, code, deskName, isBusy, trouble, losing } = get()
    if (isBusy) return
    const count = (trouble?.count ?? 0) + 1
    const missing = missingIn({ address, code, deskName }, isWholeCode(code))
    if (missing) return set({ trouble: { ...missing, count } })
    set({ isBusy: true, trouble: null, losing: null })
    try {
      const state = await callDesk('pair.start', { address: address.trim(), code, deskName: deskName.trim(), losing: losing?.waiting ?? 0 })
      set({ code: '', isAgain: false })
      useSession.getState().take(state)
    } catch (error) {
      const loss = error instanceof BridgeError && error.code === 'OTHER_PRACTICE' ? Loss.safeParse(error.details) : null
      if (loss?.success) return set({ losing: loss.data })
      set({ trouble: { field: error instanceof BridgeError ? fieldOf(error.code) : null, words: wordsOf(error), count } })
    } finally {
      set({ isBusy: false })
    }
  },
}))
