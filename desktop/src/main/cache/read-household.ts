import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { type Instant, instantAt, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import type { HouseholdView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { optOutOn, patientsOn, readPractice, readWhereIn } from './read-rows.ts'
import { followUps } from './read-thread.ts'

/** Everyone on a number, with their appointments from today on, open callbacks, and when that number called last. */
export function readHousehold(db: Db, { phoneNumber, now }: { phoneNumber: PhoneNumber; now: Instant }): HouseholdView {
  const zone = readPractice(db)?.timeZone
  const today = zone ? instantAt(localDateOf(now, zone), 0, zone) : now
  const patients = patientsOn(db, [phoneNumber])
  const people = patients.map((one) => one.id)
  // The call that is ringing is not the last one.
  const lastCall = db.get<{ at: Instant }>(
    'select created_at as at from calls where caller_number = ? and is_live = 0 order by created_at desc limit 1',
    phoneNumber,
  )
  return {
    phoneNumber,
    patients,
    appointments: readWhereIn(db, 'appointments', 'patient_id', people, 'starts_at, id').filter((one) => one.endsAt > today),
    optOut: optOutOn(db, phoneNumber),
    callbacks: followUps(db, 'callbacks', people, [phoneNumber]).filter((one) => one.status === 'open'),
    lastCallAt: lastCall?.at ?? null,
  }
}
