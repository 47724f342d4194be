import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { ThreadView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { eachOnce, optOutOn, patientsOn, readRows, readSmallOne, readWhereIn } from './read-rows.ts'

const APPOINTMENTS_EACH = 20

/** The newest `limit` texts of a number, oldest first, and what concerns everyone on it. */
export function readThread(db: Db, { phoneNumber, limit }: { phoneNumber: PhoneNumber; limit: number }): ThreadView {
  const newest = readRows(db, 'messages', 'where patient_number = ? order by created_at desc, id desc limit ?', phoneNumber, limit + 1)
  const messages = newest.slice(0, limit).reverse()
  const patients = patientsOn(db, [phoneNumber])
  const people = patients.map((one) => one.id)
  const changes = readWhereIn(
    db,
    'changes',
    'message_id',
    messages.map((one) => one.id),
    'at, id',
  )
  const mentioned = readWhereIn(db, 'appointments', 'id', [
    ...messages.map((one) => (one.relatedType === 'appointment' ? one.relatedId : null)),
    ...changes.map((one) => one.appointmentId),
  ])
  const own = people.flatMap((id) =>
    readRows(db, 'appointments', 'where patient_id = ? order by starts_at desc limit ?', id, APPOINTMENTS_EACH),
  )
  return {
    phoneNumber,
    messages,
    hasOlder: newest.length > limit,
    patients,
    appointments: eachOnce(own, mentioned).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    changes,
    alarms: readRows(db, 'alarms', 'where phone_number = ? order by raised_at', phoneNumber),
    leads: followUps(db, 'leads', people, [phoneNumber]),
    callbacks: followUps(db, 'callbacks', people, [phoneNumber]),
    optOut: optOutOn(db, phoneNumber),
    thread: readSmallOne(db, 'threads', phoneNumber),
  }
}

/** Leads or callbacks of these people, and those of these numbers that name nobody. Oldest first. */
export function followUps<K extends 'leads' | 'callbacks'>(db: Db, kind: K, people: string[], numbers: string[]): ThreadView[K] {
  const ofPeople = readWhereIn(db, kind, 'patient_id', people)
  const ofNumbers = readWhereIn(db, kind, 'phone_number', numbers).filter((one) => one.patientId === null || people.includes(one.patientId))
  // Both lists are of one kind; the union of the two kinds' types cannot show it.
  return eachOnce(ofPeople as { id: string }[], ofNumbers as { id: string }[]).sort((a, b) => (a.id < b.id ? -1 : 1)) as ThreadView[K]
}
