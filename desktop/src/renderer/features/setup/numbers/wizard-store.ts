import type { AvailableNumberOut } from '@dentalanswer/shared/contract/number-routes.ts'
import type { NumberPort, NumberWay, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { create } from 'zustand'
import { useSession } from '../../../live/session.ts'
import type { Carrier, ForwardWhen } from './forward-codes.ts'
import type { WizardStep } from './wizard-steps.ts'

export type PortDraft = Pick<NumberPort, 'carrier' | 'accountName' | 'accountNumber' | 'serviceAddress' | 'note'> & { dueOn: string }

/** What is typed in the wizard; nothing of it is anywhere else until the number is asked for. */
export type WizardDraft = {
  way: NumberWay | null
  search: { kind: 'local' | 'toll_free'; areaCode: string; city: string; region: string; contains: string } | null
  chosen: AvailableNumberOut | null
  label: string
  isMain: boolean
  ownLine: string
  carrier: Carrier
  when: ForwardWhen
  portNumber: string
  port: PortDraft
  seen: WizardStep[]
}

export type Opened = 'rename' | 'try' | 'forwarding' | 'replace' | 'giveUp'

export const EMPTY_DRAFT: WizardDraft = {
  way: null,
  search: null,
  chosen: null,
  label: '',
  isMain: false,
  ownLine: '',
  carrier: 'att',
  when: 'noAnswer',
  portNumber: '',
  port: { carrier: '', accountName: '', accountNumber: '', serviceAddress: '', note: '', dueOn: '' },
  seen: [],
}

type NumbersState = {
  /** Which number is shown beside the list. */
  chosenId: string | null
  /** What is open below its facts. */
  opened: Opened | null
  /** The wizard's step; null: the list is shown. */
  at: WizardStep | null
  /** Where the wizard was left. */
  leftAt: WizardStep | null
  /** The run the wizard follows, once it has begun. */
  runId: string | null
  draft: WizardDraft
  /** Ended runs that were looked at. */
  away: string[]
  /** What is typed into a panel of a number: its new name, the number to give up, a phone to try it with. */
  typed: Record<string, string>
  /** Where bringing a number over stands, as typed and not saved. */
  portEdit: Partial<PortDraft & Pick<NumberPort, 'state'>>
  choose: (id: string) => void
  show: (opened: Opened | null) => void
  go: (step: WizardStep) => void
  leave: () => void
  /** Opens the wizard on what is under way, else where it was left. */
  open: (run: OnboardingRun | null) => void
  follow: (runId: string) => void
  /** Another number after one that could not be had; the rest of the draft stays. */
  another: () => void
  /** The same once more, after it was taken back. */
  startAgain: () => void
  /** An ended run need not be shown any more. */
  putAway: (runId: string) => void
  finish: () => void
  change: (part: Partial<WizardDraft>) => void
  type: (field: string, text: string | null) => void
  editPort: (part: NumbersState['portEdit'] | null) => void
}

const seenWith = (draft: WizardDraft, step: WizardStep | null): WizardDraft =>
  step && !draft.seen.includes(step) ? { ...draft, seen: [...draft.seen, step] } : draft

/** Where Setup's Numbers is and what is typed there; it outlives leaving the place. */
export const useNumbers = create<NumbersState>()((set) => ({
  chosenId: null,
  opened: null,
  at: null,
  leftAt: null,
  runId: null,
  draft: EMPTY_DRAFT,
  away: [],
  typed: {},
  portEdit: {},
  choose: (chosenId) => set({ chosenId, opened: null }),
  show: (opened) => set({ opened }),
  go: (at) => set((state) => ({ at, draft: seenWith(state.draft, state.at) })),
  leave: () => set(({ at }) => ({ at: null, leftAt: at })),
  open: (run) =>
    set((state) => {
      if (run) return { at: 'progress', runId: run.id }
      // The run it followed has ended meanwhile: the next number begins anew.
      return state.runId ? { at: 'practice', runId: null, draft: EMPTY_DRAFT } : { at: state.leftAt ?? 'practice' }
    }),
  follow: (runId) => set({ runId, at: 'progress' }),
  another: () =>
    set(({ draft, away, runId }) => ({
      ...{ runId: null, at: draft.way ? 'number' : 'way' },
      ...{ draft: { ...draft, chosen: null }, away: [...away, runId ?? ''] },
    })),
  startAgain: () => set(({ away, runId }) => ({ runId: null, at: 'review', away: [...away, runId ?? ''] })),
  putAway: (runId) => set(({ away }) => ({ at: null, leftAt: null, runId: null, away: [...away, runId] })),
  finish: () => set({ at: null, leftAt: null, runId: null, draft: EMPTY_DRAFT }),
  change: (part) => set((state) => ({ draft: { ...state.draft, ...part } })),
  type: (field, text) =>
    set(({ typed }) => ({
      typed: text === null ? Object.fromEntries(Object.entries(typed).filter(([one]) => one !== field)) : { ...typed, [field]: text },
    })),
  editPort: (part) => set(({ portEdit }) => ({ portEdit: part === null ? {} : { ...portEdit, ...part } })),
}))

// Nothing of one practice stays in the window when this desk leaves it.
useSession.subscribe((now, before) => {
  if (now.paired?.practice.id !== before.paired?.practice.id) useNumbers.setState(useNumbers.getInitialState(), true)
})
