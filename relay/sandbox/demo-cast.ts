import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { addMinutes, type Instant, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { upcomingAppointments } from '../src/store/appointments.ts'
import { listPatients, textNumberOf } from '../src/store/patients.ts'
import type { Work } from '../src/store/work.ts'
import { familyPeople, firstPeople } from './demo-people.ts'
import { contextOf, type DemoStage } from './demo-stage.ts'

/** Somebody with the one visit that a text of theirs can mean. */
export type Guest = { patient: Patient; visit: Appointment; phone: string }

/** Who plays which part of a morning. Every part is somebody else; one that nobody on the books can play is left out. */
export type DemoCast = {
  leaves: Guest | undefined
  confirmers: Guest[]
  blocked: Guest | undefined
  stranger: Guest | undefined
  filtered: Guest | undefined
  mover: Guest | undefined
  spanish: Guest | undefined
  swollen: Guest | undefined
  family: Guest[]
}

const SOON_MINUTES = 40

/** Chooses from the real book at `at`: the soonest visit for whoever cannot come, unconfirmed ones of later days for the others. */
export async function chooseCast(stage: DemoStage, at: Instant): Promise<DemoCast> {
  const { practiceId, store } = contextOf(stage)
  const guests = await store.read(() => guestsAt(practiceId, at))
  const zone = stage.practice.timeZone
  const today = localDateOf(at, zone)
  const taken = new Set([...firstPeople, ...familyPeople].map((one) => one.phone))
  const alone = guests.filter(
    (guest) => guests.filter((other) => other.phone === guest.phone).length === 1 && guest.patient.guardianId === null,
  )
  const next = (fits: (guest: Guest) => boolean): Guest | undefined => {
    const found = alone.find((guest) => !taken.has(guest.phone) && fits(guest))
    if (found) taken.add(found.phone)
    return found
  }
  const isEnglish = ({ patient }: Guest) => patient.language === 'en'
  const isUnconfirmed = ({ visit }: Guest) => visit.confirmation === 'unconfirmed'
  const isAskable = (guest: Guest) => isUnconfirmed(guest) && localDateOf(guest.visit.startsAt, zone) > today
  const english = () => next((guest) => isEnglish(guest) && isAskable(guest))
  return {
    leaves: next((guest) => isEnglish(guest) && isUnconfirmed(guest) && guest.visit.startsAt > addMinutes(at, SOON_MINUTES)),
    spanish: next((guest) => !isEnglish(guest) && isAskable(guest)),
    confirmers: [english(), english(), english()].filter((guest) => guest !== undefined),
    blocked: english(),
    stranger: english(),
    filtered: english(),
    mover: english(),
    swollen: next(isEnglish),
    family: guests.filter((guest) => guest.phone === familyPeople[0]?.phone),
  }
}

/** Everybody with exactly one visit to come, soonest first. */
function* guestsAt(practiceId: string, at: Instant): Work<Guest[]> {
  const guests: Guest[] = []
  for (const patient of yield* listPatients(practiceId)) {
    const [visit, ...more] = yield* upcomingAppointments(practiceId, patient.id, at)
    const phone = textNumberOf(patient)
    if (visit && phone && more.length === 0) guests.push({ patient, visit, phone })
  }
  return guests.toSorted((one, other) => (one.visit.startsAt < other.visit.startsAt ? -1 : 1))
}
