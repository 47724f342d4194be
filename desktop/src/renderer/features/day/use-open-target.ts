import type { Opening } from '@dentalanswer/shared/domain/appointment.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { isLocalDate, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect } from 'react'
import { callDesk } from '../../bridge.ts'
import { usePlaces } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { useDay } from './day-store.ts'
import { searchSpans } from './search-spans.ts'

type FoundOnDay = { day: LocalDate; kind: 'appointment' } | { day: LocalDate; kind: 'opening'; opening: Opening }

/** The day of an appointment or opening this desk keeps; null when it keeps none with that id. */
async function findDayOf(practice: Pick<PracticeNow, 'today' | 'times'>, id: string): Promise<FoundOnDay | null> {
  for (const span of searchSpans(practice.today)) {
    const view = await callDesk('days.read', span)
    const appointment = view.appointments.find((one) => one.id === id)
    if (appointment) return { day: practice.times.dayOf(appointment.startsAt), kind: 'appointment' }
    const opening = view.openings.find((one) => one.id === id)
    if (opening) return { day: practice.times.dayOf(opening.startsAt), kind: 'opening', opening }
  }
  return null
}

/** Begins a booking in a freed slot. What is already written of a draft stays. */
export function bookInto(practice: PracticeNow, opening: Opening): void {
  const { changeDraft, openSide } = useDay.getState()
  const { startsAt, providerId, operatoryId } = opening
  changeDraft({ startsAt, timeText: practice.times.dayAndTime(startsAt, practice.today), providerId, operatoryId, refusal: null })
  openSide('book')
}

/** Goes to the day of an appointment or an opening and opens it there. */
export async function openAppointment(practice: PracticeNow, id: string): Promise<void> {
  const { showDay, openDetail, endMove } = useDay.getState()
  const found = await findDayOf(practice, id)
  if (!found) return tell({ tone: 'problem', text: 'That appointment is not kept at this desk.' })
  endMove()
  showDay(found.day === practice.today ? null : found.day)
  if (found.kind === 'appointment') openDetail(id)
  else bookInto(practice, found.opening)
}

async function bookFor(patientId: PatientId): Promise<void> {
  const { patient } = await callDesk('person.read', { patientId })
  const { changeDraft, openSide, endMove } = useDay.getState()
  endMove()
  changeDraft({ patient, newPerson: null, refusal: null })
  openSide('book')
}

const BOOK = 'book'

/** Shows what another place asked for: a day, an appointment, an opening, `book`, or `book:` and a patient. */
async function openTarget(practice: PracticeNow, id: string): Promise<void> {
  if (isLocalDate(id)) return useDay.getState().showDay(id === practice.today ? null : id)
  if (id === BOOK) return useDay.getState().openSide('book')
  if (id.startsWith(`${BOOK}:`)) return bookFor(id.slice(BOOK.length + 1) as PatientId)
  return openAppointment(practice, id)
}

export function useOpenTarget(practice: PracticeNow | null): void {
  const id = usePlaces((state) => (state.place === 'day' ? state.id : null))
  const visit = usePlaces((state) => state.visit)
  useEffect(() => {
    if (!practice || !id || opened.visit === visit) return
    opened.visit = visit
    openTarget(practice, id).catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
  }, [practice, id, visit])
}

// Each visit is followed once, also when the place is drawn anew meanwhile.
const opened = { visit: -1 }
