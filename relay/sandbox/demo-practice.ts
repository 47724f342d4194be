import { randomUUID } from 'node:crypto'
import type { AppointmentTypeId, PatientId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, instantAt, type LocalDate, localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { bookAppointment } from '../src/booking/book-appointment.ts'
import { instantOf } from '../src/booking/calendar-of.ts'
import { findNextSlots } from '../src/booking/find-open-slots.ts'
import { createPractice } from '../src/onboarding/create-practice.ts'
import { PracticeFile } from '../src/onboarding/practice-file.ts'
import { nowOf } from '../src/ports/clock.ts'
import { insertPatient } from '../src/store/patients.ts'
import { loadSetup } from '../src/store/setup.ts'
import { type Ctx, write } from '../src/store/transaction.ts'

const weekdays = (hours: [string, string][]) => Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours]))
const full: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
]

export const DEMO_NUMBER = '+15125550100' as PhoneNumber
export const DEMO_ASSISTANT_ID = 'a1b2c3d4-0000-4000-8000-00000000a551'
export const DEMO_VAPI_NUMBER_ID = 'a1b2c3d4-0000-4000-8000-000000000b0e'

export const demoPractice: PracticeFile = PracticeFile.parse({
  name: 'Bright Smiles Dental',
  textName: 'Bright Smiles',
  phoneNumber: '+15125550142',
  timeZone: 'America/Chicago',
  settings: { onCall: [{ name: 'Doctor Patel', phoneNumber: '+15125550190' }] },
  providers: [
    { name: 'Dr. Anika Patel', spokenName: 'Doctor Patel', role: 'dentist', hours: weekdays(full) },
    { name: 'Dr. Marco Ruiz', spokenName: 'Doctor Ruiz', role: 'dentist', hours: { tue: full, thu: full, sat: [['09:00', '13:00']] } },
    { name: 'Kim Nguyen', spokenName: 'Kim', role: 'hygienist', hours: weekdays(full) },
    { name: 'Jordan Blake', spokenName: 'Jordan', role: 'hygienist', hours: { mon: full, wed: full, fri: full } },
  ],
  operatories: ['Op 1', 'Op 2', 'Op 3', 'Op 4'],
  appointmentTypes: [
    {
      name: 'Cleaning',
      spokenNames: ['cleaning', 'teeth cleaning', 'checkup', 'hygiene', 'regular visit', 'limpieza'],
      durationMinutes: 50,
      bufferMinutes: 10,
      providers: ['Kim Nguyen', { name: 'Jordan Blake', durationMinutes: 60 }],
      operatories: ['Op 3', 'Op 4'],
      dentistCheckMinutes: 10,
    },
    {
      name: 'New patient exam',
      spokenNames: ['new patient', 'first visit', 'exam', 'consultation'],
      durationMinutes: 60,
      bufferMinutes: 10,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      patients: 'new',
    },
    {
      name: 'Filling',
      spokenNames: ['filling', 'cavity', 'crown', 'restoration'],
      durationMinutes: 60,
      bufferMinutes: 10,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      patients: 'known',
    },
    {
      name: 'Emergency visit',
      spokenNames: ['emergency', 'toothache', 'pain', 'broken tooth', 'swelling'],
      durationMinutes: 30,
      bufferMinutes: 5,
      providers: ['Dr. Anika Patel', 'Dr. Marco Ruiz'],
      operatories: ['Op 1', 'Op 2'],
      isEmergency: true,
    },
  ],
  phoneNumbers: [
    { phoneNumber: DEMO_NUMBER, label: 'Main line', vapiAssistantId: DEMO_ASSISTANT_ID, vapiPhoneNumberId: DEMO_VAPI_NUMBER_ID },
  ],
})

export type DemoPerson = { firstName: string; lastName: string; birthDate: string; phone: string; language: 'en' | 'es' }

export const demoPeople: DemoPerson[] = [
  { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', phone: '+15125550199', language: 'en' },
  { firstName: 'Leo', lastName: 'Garcia', birthDate: '2015-09-30', phone: '+15125550199', language: 'en' },
  { firstName: 'Dana', lastName: 'Whitfield', birthDate: '1971-01-08', phone: '+15125550171', language: 'en' },
  { firstName: 'Marcus', lastName: 'Lee', birthDate: '1990-11-23', phone: '+15125550172', language: 'en' },
  { firstName: 'Carmen', lastName: 'Diaz', birthDate: '1965-06-02', phone: '+15125550173', language: 'es' },
  { firstName: 'Helen', lastName: 'Tran', birthDate: '1984-07-09', phone: '+15125550174', language: 'en' },
  { firstName: 'Victor', lastName: 'Stone', birthDate: '1958-12-17', phone: '+15125550175', language: 'en' },
  { firstName: 'Rosa', lastName: 'Alvarez', birthDate: '1979-03-28', phone: '+15125550176', language: 'es' },
  { firstName: 'Priya', lastName: 'Raman', birthDate: '1996-02-14', phone: '+15125550177', language: 'en' },
  { firstName: 'Owen', lastName: 'Becker', birthDate: '2001-08-05', phone: '+15125550178', language: 'en' },
]

/** Creates the demo practice with a household, a few more patients and visits on the coming days. Nothing is texted while doing so. */
export async function seedDemo(base: Omit<Ctx, 'practiceId' | 'actor'>, twilioAccountSid: string): Promise<Practice> {
  const practice = await createPractice(base, demoPractice, twilioAccountSid)
  const ctx: Ctx = { ...base, practiceId: practice.id, actor: { kind: 'system', id: null } }
  const today = localDateOf(nowOf(base.clock), practice.timeZone)
  for (const [at, person] of demoPeople.entries()) {
    const patientId = await insertPerson(ctx, person)
    if (at < 8) await bookFrom(ctx, practice.id, patientId, addDays(today, at % 4), at % 3)
  }
  return practice
}

async function insertPerson(ctx: Ctx, person: DemoPerson): Promise<PatientId> {
  return write(ctx, 'seed', function* (tx) {
    const { phone, ...known } = person
    const patient = yield* insertPatient(tx, {
      ...known,
      id: randomUUID() as PatientId,
      birthDate: known.birthDate as LocalDate,
      isNew: false,
      guardianId: null,
      note: '',
      contactPoints: [{ phoneNumber: phone as PhoneNumber, label: 'mobile', isPrimary: true, status: 'active' }],
      source: 'import',
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    tx.emit('patient.changed')
    return patient.id
  })
}

async function bookFrom(ctx: Ctx, practiceId: PracticeId, patientId: PatientId, day: LocalDate, skip: number): Promise<void> {
  await write(ctx, 'seed', function* (tx) {
    const setup = yield* loadSetup(practiceId, tx.practice)
    const type = setup.appointmentTypes[skip % 2 === 0 ? 0 : 2]!
    const from = instantAt(day, 0, setup.practice.timeZone) > tx.now ? day : addDays(day, 1)
    const slots = yield* findNextSlots(setup, tx.now, {
      appointmentTypeId: type.id as AppointmentTypeId,
      providerId: null,
      patientId,
      from,
      by: 'machine',
    })
    const slot = slots[skip * 3] ?? slots[0]
    if (!slot) return
    yield* bookAppointment(tx, {
      patientId,
      appointmentTypeId: type.id as AppointmentTypeId,
      startsAt: instantOf(slot.start),
      providerId: slot.providerId,
      operatoryId: slot.operatoryId,
      note: '',
      bookedBy: 'desk',
      callId: null,
      overbookReason: null,
      why: { rule: 'seed', matched: [] },
    })
  })
}
