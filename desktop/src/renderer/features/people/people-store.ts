import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { create } from 'zustand'
import { useSession } from '../../live/session.ts'
import type { Draft } from '../../ui/draft-changes.ts'
import { emptyForm, type NewPersonForm, type PersonForm } from './person-form.ts'

type Showing = 'person' | 'new' | 'compare'
type NumberDraft = { phoneNumber: string; label: Patient['contactPoints'][number]['label']; isPrimary: boolean }
export const emptyNumber: NumberDraft = { phoneNumber: '', label: 'mobile', isPrimary: false }
const MOST_RECENT = 12

type PeopleState = {
  text: string
  /** The row the keys are on. */
  selectedId: string | null
  openId: string | null
  showing: Showing
  /** Whom the open record is compared with. */
  otherId: string | null
  recent: Patient[]
  /** Edits that are not saved yet, by patient: they outlive leaving the person. */
  drafts: Record<string, Draft<PersonForm>>
  /** Whose form is open. */
  editingId: string | null
  /** A version that the relay answered with when it refused; it may come before the live change does. */
  newest: Record<string, Patient>
  numberDrafts: Record<string, NumberDraft>
  newPerson: NewPersonForm
  search: (text: string) => void
  select: (id: string | null) => void
  open: (id: string) => void
  opened: (patient: Patient) => void
  startNew: (phoneNumber?: string) => void
  typeNew: (part: Partial<NewPersonForm>) => void
  clearNew: () => void
  compare: (otherId: string) => void
  backToPerson: () => void
  edit: (id: string | null) => void
  setDraft: (id: string, draft: Draft<PersonForm> | null) => void
  sawVersion: (patient: Patient) => void
  typeNumber: (id: string, draft: NumberDraft | null) => void
}

const without = <T>(all: Record<string, T>, id: string) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== id))

/** What People shows and what is being typed there. */
export const usePeople = create<PeopleState>()((set) => ({
  text: '',
  selectedId: null,
  openId: null,
  showing: 'person',
  otherId: null,
  recent: [],
  drafts: {},
  editingId: null,
  newest: {},
  numberDrafts: {},
  newPerson: emptyForm,
  search: (text) => set({ text, selectedId: null }),
  select: (selectedId) => set({ selectedId }),
  open: (id) =>
    set(({ openId, editingId }) => ({ openId: id, selectedId: id, showing: 'person', editingId: openId === id ? editingId : null })),
  opened: (patient) => set(({ recent }) => ({ recent: [patient, ...recent.filter((one) => one.id !== patient.id)].slice(0, MOST_RECENT) })),
  startNew: (phoneNumber) =>
    set(({ newPerson }) => ({ showing: 'new', newPerson: phoneNumber ? { ...newPerson, phoneNumber } : newPerson })),
  typeNew: (part) => set(({ newPerson }) => ({ newPerson: { ...newPerson, ...part } })),
  clearNew: () => set({ newPerson: emptyForm, showing: 'person' }),
  compare: (otherId) => set({ otherId, showing: 'compare' }),
  backToPerson: () => set({ showing: 'person' }),
  edit: (editingId) => set({ editingId }),
  setDraft: (id, draft) => set(({ drafts }) => ({ drafts: draft ? { ...drafts, [id]: draft } : without(drafts, id) })),
  sawVersion: (patient) => set(({ newest }) => ({ newest: { ...newest, [patient.id]: patient } })),
  typeNumber: (id, draft) =>
    set(({ numberDrafts }) => ({ numberDrafts: draft ? { ...numberDrafts, [id]: draft } : without(numberDrafts, id) })),
}))

// Nothing of one practice stays in the window when this desk leaves it.
useSession.subscribe((now, before) => {
  if (now.paired?.practice.id !== before.paired?.practice.id) usePeople.setState(usePeople.getInitialState(), true)
})
