import type { Column } from './columns.ts'
import type * as numbers from './number-tables.ts'
import type * as tables from './tables.ts'

type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Tail>}`
    : `_${Lowercase<Head>}${SnakeCase<Tail>}`
  : S

type SqlOf<C> = C extends Column<infer _T, infer S> ? S : never
type OwnRow<C> = { [K in keyof C & string as SnakeCase<K>]: SqlOf<C[K]> }
type PracticeRow<C> = { practice_id: string } & OwnRow<C>

/** Every table as the query builder sees it. The migrations create exactly these. */
export type Database = {
  practices: OwnRow<typeof tables.practiceColumns> & { event_seq: number; created_at: string }
  providers: PracticeRow<typeof tables.providerColumns>
  operatories: PracticeRow<typeof tables.operatoryColumns>
  appointment_types: PracticeRow<typeof tables.appointmentTypeColumns>
  working_hours: { practice_id: string; provider_id: string; weekday: number; starts_at: string; ends_at: string }
  closures: PracticeRow<typeof tables.closureColumns>
  phone_numbers: PracticeRow<typeof numbers.phoneNumberColumns>
  patients: PracticeRow<typeof tables.patientColumns> & { name_key: string }
  contact_points: PracticeRow<typeof tables.contactPointColumns> & { patient_id: string }
  appointments: PracticeRow<typeof tables.appointmentColumns>
  claims: { practice_id: string; kind: string; resource_id: string; minute: number; appointment_id: string }
  holds: {
    practice_id: string
    call_id: string
    provider_id: string
    operatory_id: string
    starts_at: string
    released_at: string
    expires_at: string
  }
  openings: PracticeRow<typeof tables.openingColumns>
  messages: PracticeRow<typeof tables.messageColumns>
  threads: PracticeRow<typeof tables.threadColumns>
  opt_outs: PracticeRow<typeof tables.optOutColumns>
  calls: PracticeRow<typeof tables.callColumns> & { control_url: string | null }
  call_turns: PracticeRow<typeof tables.callTurnColumns>
  leads: PracticeRow<typeof tables.leadColumns>
  callbacks: PracticeRow<typeof tables.callbackColumns>
  alarms: PracticeRow<typeof tables.alarmColumns>
  changes: PracticeRow<typeof tables.changeColumns> & { before: string; after: string }
  devices: PracticeRow<typeof tables.deviceColumns> & { token_hash: string }
  onboarding_runs: PracticeRow<typeof numbers.onboardingRunColumns>
  assistant_versions: PracticeRow<typeof numbers.assistantVersionColumns> & { plan: string }
  text_registrations: PracticeRow<typeof numbers.textRegistrationColumns>
  pairing_codes: { code_hash: string; practice_id: string; expires_at: string; used_at: string | null }
  events: { practice_id: string; seq: number; type: string; payload: string; at: string }
  outbox: {
    id: string
    practice_id: string
    kind: string
    dedupe_key: string
    conversation_key: string
    payload: string
    state: string
    attempts: number
    run_after: string
    lease_until: string | null
    lease_owner: string | null
    last_error: string | null
    provider_ref: string | null
    created_at: string
    done_at: string | null
  }
  inbox: { source: string; key: string; practice_id: string; request_hash: string; answer: string; received_at: string }
  audit_log: {
    practice_id: string
    id: string
    at: string
    actor_kind: string
    actor_id: string | null
    action: string
    subject_type: string
    subject_id: string
    detail: string
  }
  migrations: { name: string; applied_at: string }
}
