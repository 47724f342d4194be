import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createPractice } from '@dentalanswer/relay/src/onboarding/create-practice.ts'
import { migrate } from '@dentalanswer/relay/src/store/migrate.ts'
import { openStore, type StoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import { nameKey } from '@dentalanswer/relay/src/store/patients.ts'
import { loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import type { Store } from '@dentalanswer/relay/src/store/store.ts'
import { ask, query } from '@dentalanswer/relay/src/store/work.ts'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes, type Instant, localDateOf, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { loadPractice, TURNOVER_MINUTES, VISIT_MINUTES } from './load-practice.ts'
import { claimComingVisits } from './seed-claims.ts'
import { planPatients, planVisits, type SeededPatient, type Start, type Visits } from './seed-visits.ts'
import { seededRandom } from './statistics.ts'

export type SeededPractice = { setup: Setup; patients: SeededPatient[]; visits: Visits; tokens: string[] }
export type SeedSize = { practices: number; appointments: number; patients: number; desks: number }

/** Fills an empty database with practices, patients, appointments with their claims, and paired desks. The last practice has `desks`
 *  desks of its own; the others share as many. */
export async function seedStore(address: StoreAddress, size: SeedSize): Promise<SeededPractice[]> {
  const store = openStore(address)
  try {
    await migrate(store)
    const random = seededRandom(7)
    const seeded: SeededPractice[] = []
    for (let at = 0; at < size.practices; at++) seeded.push(await seedPractice(store, at, size, random))
    await settle(store)
    return seeded
  } finally {
    await store.close()
  }
}

async function seedPractice(store: Store, at: number, size: SeedSize, random: () => number): Promise<SeededPractice> {
  const now = toInstant(Date.now())
  const base = { store, clock: { nowMs: () => Date.now() }, newId: () => randomUUID(), committed() {} }
  const practice = await createPractice(base, loadPractice(at), null)
  const setup = await store.read(() => loadSetup(practice.id))
  const patients = planPatients(at, size.patients)
  const visits = planVisits(practice.timeZone, localDateOf(now, practice.timeZone), Math.round(size.appointments / size.practices), random)
  const isLast = at === size.practices - 1
  const tokens = Array.from({ length: isLast ? size.desks : Math.ceil(size.desks / size.practices) }, () =>
    randomBytes(32).toString('base64url'),
  )
  await store.write('seed', function* () {
    for (const page of pages(patientRows(practice.id, patients, now))) yield* ask(query((db) => db.insertInto('patients').values(page)))
    for (const page of pages(contactRows(practice.id, patients))) yield* ask(query((db) => db.insertInto('contact_points').values(page)))
    for (const page of pages(visits.taken.map((start, index) => visitRow(setup, start, patients[index % patients.length]!, now))))
      yield* ask(query((db) => db.insertInto('appointments').values(page)))
    yield* claimComingVisits(practice.id, now)
    for (const page of pages(deviceRows(practice.id, tokens, now))) yield* ask(query((db) => db.insertInto('devices').values(page)))
  })
  return { setup, patients, visits, tokens }
}

const PAGE = 500

function pages<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / PAGE) }, (_, at) => rows.slice(at * PAGE, (at + 1) * PAGE))
}

const patientRows = (practiceId: string, patients: SeededPatient[], now: string) =>
  patients.map((one) => ({
    practice_id: practiceId,
    id: one.id,
    first_name: one.firstName,
    last_name: one.lastName,
    birth_date: one.birthDate,
    language: 'en',
    is_new: 0,
    guardian_id: null,
    note: '',
    source: 'import',
    version: 1,
    created_at: now,
    updated_at: now,
    name_key: nameKey(one),
  }))

const contactRows = (practiceId: string, patients: SeededPatient[]) =>
  patients.map((one) => ({
    practice_id: practiceId,
    phone_number: one.phoneNumber,
    patient_id: one.id,
    label: 'mobile',
    is_primary: 1,
    status: 'active',
  }))

const deviceRows = (practiceId: string, tokens: string[], now: string) =>
  tokens.map((token, at) => ({
    practice_id: practiceId,
    id: randomUUID(),
    name: `Desk ${at}`,
    paired_at: now,
    last_seen_at: now,
    revoked_at: null,
    token_hash: createHash('sha256').update(token).digest('base64url'),
  }))

function visitRow(setup: Setup, start: Start, patient: SeededPatient, now: string) {
  const startsAt = start.startsAt as Instant
  const isOver = startsAt < now
  return {
    practice_id: setup.practice.id,
    id: randomUUID(),
    patient_id: patient.id,
    provider_id: setup.providers[start.position]!.id,
    operatory_id: setup.operatories[start.position]!.id,
    appointment_type_id: setup.appointmentTypes[start.position === 0 ? 0 : 1]!.id,
    starts_at: startsAt,
    ends_at: addMinutes(startsAt, VISIT_MINUTES),
    released_at: addMinutes(startsAt, VISIT_MINUTES + TURNOVER_MINUTES),
    status: isOver ? 'completed' : 'booked',
    confirmation: isOver ? 'confirmed' : 'unconfirmed',
    confirmed_at: null,
    cancelled_at: null,
    cancellation_reason: null,
    note: '',
    overbook_reason: null,
    booked_by: 'desk',
    source_call_id: null,
    source_message_id: null,
    calendar_event_id: null,
    seen_at: now,
    version: 1,
    created_at: now,
    updated_at: now,
  }
}

/** What an engine does by itself some time after much was written; done now, so that it does not fall into a measurement. */
async function settle(store: Store): Promise<void> {
  if (store.engine === 'postgres') {
    const { pool } = store as Store & { pool: { query(text: string): Promise<unknown> } }
    await pool.query('vacuum analyze')
    await pool.query('checkpoint')
  }
}
