import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { create } from 'zustand'
import { useSession } from '../../live/session.ts'
import type { Draft } from '../../ui/draft-changes.ts'
import { type ClosureForm, emptyClosure } from './closure-form.ts'

export type Section =
  | 'practice'
  | 'providers'
  | 'operatories'
  | 'types'
  | 'hours'
  | 'closures'
  | 'templates'
  | 'numbers'
  | 'assistant'
  | 'registration'
  | 'desks'
  | 'thisDesk'

// biome-ignore lint/suspicious/noExplicitAny: each form reads back only the drafts of its own key, with its own type.
type AnyDraft = Draft<any>

type SetupState = {
  section: Section
  /** Which row of a section's list is open. */
  chosen: Partial<Record<Section, string>>
  /** What is typed and not saved, by `<section>:<id>`; it outlives leaving the place. */
  drafts: Record<string, AnyDraft>
  /** New rows that are not saved yet, by section. */
  added: Partial<Record<Section, string>>
  closure: ClosureForm
  /** The appointments on the time that was closed last. */
  affected: Appointment[] | null
  show: (section: Section) => void
  choose: (section: Section, id: string | null) => void
  add: (section: Section, id: string | null) => void
  setDraft: (key: string, draft: AnyDraft | null) => void
  typeClosure: (part: Partial<ClosureForm>) => void
  closed: (affected: Appointment[]) => void
  forgetAffected: () => void
}

/** Where Setup is and everything typed there that is not saved. */
export const useSetup = create<SetupState>()((set) => ({
  section: 'practice',
  chosen: {},
  drafts: {},
  added: {},
  closure: emptyClosure,
  affected: null,
  show: (section) => set({ section }),
  choose: (section, id) => set(({ chosen }) => ({ chosen: { ...chosen, [section]: id ?? undefined } })),
  add: (section, id) =>
    set(({ added, chosen }) => ({
      added: { ...added, [section]: id ?? undefined },
      chosen: id ? { ...chosen, [section]: id } : chosen,
    })),
  setDraft: (key, draft) =>
    set(({ drafts }) => ({
      drafts: draft ? { ...drafts, [key]: draft } : Object.fromEntries(Object.entries(drafts).filter(([one]) => one !== key)),
    })),
  typeClosure: (part) => set(({ closure }) => ({ closure: { ...closure, ...part } })),
  closed: (affected) => set({ affected, closure: emptyClosure }),
  forgetAffected: () => set({ affected: null }),
}))

/** The sections in which something is typed and not saved. */
export function unsavedSections({ drafts, closure }: Pick<SetupState, 'drafts' | 'closure'>): Set<string> {
  const sections = new Set(Object.keys(drafts).map((key) => key.slice(0, key.indexOf(':'))))
  if (JSON.stringify(closure) !== JSON.stringify(emptyClosure)) sections.add('closures')
  return sections
}

// Nothing of one practice stays in the window when this desk leaves it.
useSession.subscribe((now, before) => {
  if (now.paired?.practice.id !== before.paired?.practice.id) useSetup.setState(useSetup.getInitialState(), true)
})
