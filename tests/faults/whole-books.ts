import { eventsAfter, readStoredEvent } from '@dentalanswer/relay/src/store/event-log.ts'
import { entityTables, type RowKind } from '@dentalanswer/relay/src/store/registry.ts'
import type { Row } from '@dentalanswer/relay/src/store/work.ts'
import type { EntityKind } from '@dentalanswer/shared/contract/events.ts'
import { expect } from 'vitest'
import type { Lab, LabPractice } from './fault-lab.ts'

const CLAIM_MS = 5 * 60_000
/** Texts the vendor certainly has, by our status. */
const WITH_VENDOR = ['accepted', 'sent', 'delivered', 'undelivered']

/** Everything that must hold of a practice's books after any fault: nothing lost, doubled or half done. */
export async function expectWholeBooks(lab: Lab, practice: LabPractice): Promise<void> {
  const rows = (table: string) => lab.sql(`select * from ${table} where practice_id = ?`, [practice.id])
  expectClaimsOfAppointments(await rows('appointments'), await rows('claims'))
  await expectEventsTellTheTables(lab, practice)
  const [messages, jobs] = [await rows('messages'), await rows('outbox')]
  const isText = (job: Row) => job.kind === 'text.send'
  expectJobsAgreeWithTexts(jobs.filter(isText), messages)
  expectTransfersEnded(jobs.filter((job) => job.kind === 'call.transfer'))
  expectEachTextSentOnce(lab, practice, messages)
  for (const one of await rows('inbox')) expect(one.answer, `the answer to ${one.source} ${one.key}`).not.toBe('')
  const booked = (await rows('audit_log')).filter((line) => line.action === 'appointment.booked')
  expect(booked.map((line) => line.subject_id).sort()).toEqual((await rows('appointments')).map((one) => one.id).sort())
}

/** A booked visit holds its operatory, patient and provider for exactly its time; nothing else holds anything. */
function expectClaimsOfAppointments(appointments: Row[], claims: Row[]): void {
  const held = (one: Row, kind: string, resource: unknown, until: unknown) => {
    const [from, to] = [Date.parse(String(one.starts_at)), Date.parse(String(until))]
    const rows: string[] = []
    for (let at = from; at < to; at += CLAIM_MS) rows.push(`${kind} ${resource} ${at / 60_000} ${one.id}`)
    return rows
  }
  const expected = appointments
    .filter((one) => one.status === 'booked' || one.status === 'completed')
    .flatMap((one) => [
      ...held(one, 'operatory', one.operatory_id, one.released_at),
      ...held(one, 'patient', one.patient_id, one.ends_at),
      ...held(one, 'provider', one.provider_id, one.ends_at),
    ])
  const actual = claims.map((row) => `${row.kind} ${row.resource_id} ${row.minute} ${row.appointment_id}`)
  expect(actual.sort()).toEqual(expected.sort())
}

/** The log has no gap, every event can be read, and the newest value of each entity in it is what the tables hold. */
async function expectEventsTellTheTables(lab: Lab, practice: LabPractice): Promise<void> {
  const stored = await lab.store.read(() => eventsAfter(practice.id, 0, 1_000_000))
  const [counter] = await lab.sql('select event_seq from practices where id = ?', [practice.id])
  expect(stored.map((event) => event.seq)).toEqual(Array.from({ length: Number(counter?.event_seq) }, (_, at) => at + 1))
  const told = new Map<EntityKind, Map<string, unknown>>()
  for (const event of stored.map(readStoredEvent))
    for (const [kind, changed] of Object.entries(event.changed) as [EntityKind, { id: string }[]][]) {
      const known = told.get(kind) ?? new Map()
      for (const entity of changed) known.set(entity.id, entity)
      told.set(kind, known)
    }
  for (const kind of Object.keys(entityTables) as RowKind[]) {
    const { name, read } = entityTables[kind]
    const rows = await lab.sql(`select * from ${name} where practice_id = ?`, [practice.id])
    const kept = new Map(rows.map((row) => [String(row.id), read(row)]))
    expect(Object.fromEntries(told.get(kind) ?? []), kind).toEqual(Object.fromEntries(kept))
  }
}

function expectJobsAgreeWithTexts(jobs: Row[], messages: Row[]): void {
  for (const job of jobs) {
    const message = messages.find((one) => one.id === job.id)
    expect(message, 'the text of a job').toBeDefined()
    const agreeing: Record<string, string[]> = {
      pending: ['waiting'],
      done: WITH_VENDOR,
      // It lost its sense before it went: the visit was cancelled, or the number asked for no texts.
      cancelled: ['blocked'],
      // Looked for and never found: a person is asked, and nothing is sent again by itself.
      failed: ['unknown', 'failed'],
    }
    expect(agreeing[String(job.state)] ?? [], `a text whose job is ${job.state}`).toContain(message?.status)
    // An acknowledgement alone needs nobody: what it told of is done.
    if (job.state === 'failed' && message?.purpose !== 'acknowledgement') expect(message?.attention).toBe('open')
    expect(job.lease_owner, 'a lease nobody ended').toBeNull()
  }
  const withJob = new Set(jobs.map((job) => job.id))
  for (const one of messages)
    if (one.direction === 'outbound' && one.status !== 'blocked') expect(withJob, 'the job of a text').toContain(one.id)
}

/** A caller who waits for a person is put through soon or phoned back. */
function expectTransfersEnded(jobs: Row[]): void {
  for (const { kind, state, lease_owner } of jobs)
    expect({ kind, state, lease_owner }).toEqual({
      kind: 'call.transfer',
      state: expect.stringMatching(/^(done|failed)$/),
      lease_owner: null,
    })
}

/** The vendor has each text at most once, and exactly once unless its fate is honestly not known. */
function expectEachTextSentOnce(lab: Lab, practice: LabPractice, messages: Row[]): void {
  const sent = lab.sandbox.twilio.messages().filter((one) => one.direction === 'outbound-api' && one.from === practice.ourNumber)
  const idOf = (callback: string | null) => new URL(callback ?? '').searchParams.get('m')
  const ids = sent.map((one) => idOf(one.statusCallback))
  expect(new Set(ids).size, 'a text that was sent twice').toBe(ids.length)
  for (const message of messages.filter((one) => one.direction === 'outbound')) {
    const atVendor = sent.find((one) => idOf(one.statusCallback) === message.id)
    if (WITH_VENDOR.includes(String(message.status))) {
      expect(atVendor?.sid).toBe(message.provider_message_id)
      expect({ to: atVendor?.to, body: atVendor?.body }).toEqual({ to: message.to_number, body: message.body })
    } else expect(atVendor, `the vendor has a text that we call ${message.status}`).toBeUndefined()
  }
}
