import { create } from 'zustand'
import type { Target } from '../../ipc/pushes.ts'

export type Place = Target['place']

type PlacesState = {
  place: Place
  /** What of that place to show: an appointment, a call, a number, a patient. Day also knows a date, `book` and `book:<patient id>` for
   *  a new appointment; People knows `new:<number>` for a new patient; Messages knows
   *  `reply:<number>` to write to it at once. */
  id: string | null
  /** Counts the times a place was asked for, so that asking twice for the same thing is noticed. */
  visit: number
  past: { place: Place; id: string | null }[]
  open: (place: Place, id?: string | null) => void
  back: () => void
}

/** Where the window is. `open('day', appointmentId)` goes to a place and shows one thing of it. */
export const usePlaces = create<PlacesState>()((set) => ({
  place: 'now',
  id: null,
  visit: 0,
  past: [],
  open: (place, id = null) =>
    set((state) => ({ place, id, visit: state.visit + 1, past: [...state.past.slice(-20), { place: state.place, id: state.id }] })),
  back: () =>
    set((state) => {
      const last = state.past.at(-1)
      return last ? { ...last, visit: state.visit + 1, past: state.past.slice(0, -1) } : state
    }),
}))

export const openPlace = (place: Place, id: string | null = null): void => usePlaces.getState().open(place, id)
