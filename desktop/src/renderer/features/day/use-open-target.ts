import type { Opening } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { isLocalDate, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect } from 'react'
import { callDesk } from '../../bridge.ts'
import { usePlaces } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { useDay } from './day-store.ts'

type FoundOnDay = { day: LocalDate; kind: 'appointment' } | { day: LocalDate; kind: 'opening'; opening: Opening }

/** The day of an appointment, or of an open slot that is still to come; null when neither this desk nor the relay knows it. */
async function findDayOf({ times }: Pick<PracticeNow, 'times'>, id: string): Promise<FoundOnDay | null> {
  const view = await callDesk('appointment.read', { appointmentId: id as AppointmentId })
  if (view) return { day: times.dayOf(view.appointment.startsAt), kind: 'appointment' }
  const { openings } = await callDesk('work.read', {})
  const opening = openings.find((one) => one.id === id)
  return opening ? { day: times.dayOf(opening.startsAt), kind: 'opening', opening } : null
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
  if (!found)
    return tell({ tone: 'problem', text: 'That appointment is not kept at this desk, and the relay does not know it or cannot be asked.' })
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
