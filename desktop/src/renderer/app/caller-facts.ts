import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { HouseholdView } from '../../ipc/views.ts'
import type { PracticeNow } from '../live/practice.ts'
import { lastVisit, nextVisit } from '../live/visits.ts'
import { fullName } from '../ui/names.ts'
import type { Tone } from '../ui/Tag.tsx'
import { ageOn } from '../ui/times.ts'

type CallerFacts = {
  id: string
  name: string
  age: number | null
  tags: { tone: Tone; words: string }[]
  next: string | null
  last: string | null
  note: string
}
type Names = Pick<PracticeNow, 'times' | 'today' | 'typeName' | 'providerName'>

/** Everyone on a number that calls, the one expected soonest first. */
export function callerFacts(household: Pick<HouseholdView, 'patients' | 'appointments'>, now: Instant, practice: Names): CallerFacts[] {
  return household.patients
    .map((patient) => {
      const visits = household.appointments.filter((one) => one.patientId === patient.id)
      return { patient, next: nextVisit(visits, now), last: lastVisit(visits, now) }
    })
    .sort((a, b) => (a.next?.startsAt ?? '9').localeCompare(b.next?.startsAt ?? '9'))
    .map(({ patient, next, last }) => ({
      id: patient.id,
      name: fullName(patient),
      age: ageOn(patient.birthDate, practice.today),
      tags: tagsOf(patient, next),
      next: next ? visitWords(next, practice) : null,
      last: last ? visitWords(last, practice) : null,
      note: patient.note,
    }))
}

function tagsOf(patient: Patient, next: Appointment | undefined): CallerFacts['tags'] {
  const tags: (CallerFacts['tags'][number] | false)[] = [
    patient.isNew && { tone: 'accent', words: 'New' },
    patient.language === 'es' && { tone: 'grey', words: 'Spanish' },
    patient.note !== '' && { tone: 'amber', words: 'Note' },
    next !== undefined && next.confirmation === 'unconfirmed' && { tone: 'amber', words: 'Unconfirmed' },
  ]
  return tags.filter((tag) => tag !== false)
}

function visitWords(visit: Appointment, { times, today, typeName, providerName }: Names): string {
  return `${times.dayAndTime(visit.startsAt, today)}, ${typeName(visit.appointmentTypeId)}, ${providerName(visit.providerId)}`
}

/** How a call stands, for who looks at the desk; null when it is over. */
export function callStateWords(call: {
  status: 'ringing' | 'in_progress' | 'forwarding' | 'ended'
  takenOverBy: string | null
}): string | null {
  if (call.status === 'ended') return null
  if (call.takenOverBy) return `${call.takenOverBy} takes it over`
  return { ringing: 'Ringing', in_progress: 'Talking with the assistant', forwarding: 'Being put through' }[call.status]
}
