import type { Migration } from '../migrate.ts'

const owned = (columns: string, key = 'practice_id, id') =>
  `(practice_id {text} not null references practices(id), ${columns}, primary key (${key})) {strict}`

const NOTHING_KNOWN = '{"checkedAt":null,"problems":[],"repaired":[],"lastCallAt":null,"lastTextAt":null}'

/** A number that was given up may be bought again by anybody, so only those in use are unique. SQLite cannot drop a constraint from a
 *  table, which is why the table is made anew. */
export const numbers: Migration = {
  name: '0002-numbers',
  statements: [
    `create table numbers_then ${owned(`id {text} not null, phone_number {text} not null, label {text} not null, is_primary integer not null check (is_primary in (0, 1)),
      status {text} not null, way {text} not null, forwarded_from {text}, texting {text} not null, twilio_sid {text}, twilio_account_sid {text},
      messaging_service_sid {text}, vapi_phone_number_id {text}, vapi_assistant_id {text}, voice_url {text}, assistant_version integer,
      rent_microdollars {bigint}, health {text} not null, forward_test {text} not null, trial {text} not null, release_at {text}, created_at {text} not null`)}`,
    `insert into numbers_then (practice_id, id, phone_number, label, is_primary, status, way, texting, twilio_sid, twilio_account_sid,
      messaging_service_sid, vapi_phone_number_id, vapi_assistant_id, health, forward_test, trial, created_at)
      select numbers.practice_id, numbers.id, numbers.phone_number, numbers.label, numbers.is_primary, numbers.status, 'given', 'ready', numbers.twilio_sid,
      numbers.twilio_account_sid, numbers.messaging_service_sid, numbers.vapi_phone_number_id, numbers.vapi_assistant_id, '${NOTHING_KNOWN}', 'null', 'null',
      practices.created_at from phone_numbers as numbers join practices on practices.id = numbers.practice_id`,
    `drop table phone_numbers`,
    `alter table numbers_then rename to phone_numbers`,
    `create unique index phone_numbers_in_use on phone_numbers (phone_number) where status <> 'released'`,
    `create unique index phone_numbers_vapi on phone_numbers (vapi_phone_number_id) where vapi_phone_number_id is not null`,
    `create index phone_numbers_assistant on phone_numbers (vapi_assistant_id)`,
    `create table onboarding_runs ${owned(`id {text} not null, way {text} not null, phone_number {text} not null, phone_number_id {text} not null, label {text} not null,
      is_primary integer not null check (is_primary in (0, 1)), forwarded_from {text}, port {text} not null, state {text} not null, steps {text} not null,
      problem {text} not null, retry_at {text}, rent_microdollars {bigint}, started_by {text} not null, created_at {text} not null,
      updated_at {text} not null, ended_at {text}`)}`,
    `create unique index onboarding_runs_number on onboarding_runs (phone_number) where state in ('porting', 'running', 'failed', 'undoing')`,
    `create index onboarding_runs_tag on onboarding_runs (phone_number_id)`,
    `create table assistant_versions ${owned(
      `id {text} not null, version integer not null, state {text} not null, changes {text} not null, revert_of integer, by {text} not null,
      problem {text}, created_at {text} not null, published_at {text}, plan {text} not null`,
      'practice_id, version',
    )}`,
    `create table text_registrations ${owned(`id {text} not null, kind {text} not null, phone_number_id {text}, details {text} not null, stages {text} not null,
      customer_profile_sid {text}, a2p_profile_sid {text}, brand_sid {text}, campaign_sid {text}, verification_sid {text}, submitted_at {text},
      checked_at {text}, approved_at {text}, updated_at {text} not null`)}`,
    `create index messages_from on messages (practice_id, from_number, created_at, direction, status, segments)`,
    `create index messages_to on messages (practice_id, to_number, created_at, direction, segments)`,
    `create index calls_number on calls (practice_id, phone_number_id, created_at)`,
  ],
}
