/** Rises with every change below or of what the JSON holds: a file of another number is made anew from the relay. */
export const CACHE_VERSION = 5

/** Changes of this desk that the relay has not accepted. Kept through a rebuild, so its columns stay as they are. */
export const QUEUE_SCHEMA = `
create table if not exists command_queue (
  id integer primary key autoincrement,
  name text not null,
  input text not null,
  label text not null,
  key text not null unique,
  created_at text not null,
  state text not null check (state in ('waiting', 'sending', 'refused')),
  error text
) strict;
`

/** Every entity is kept whole in `json`, the columns beside it are what queries look for. */
export const CACHE_SCHEMA = `
create table position (one integer primary key check (one = 1), seq integer not null, as_of text not null) strict;

create table marks (name text primary key, value text not null) strict, without rowid;
create table kept_days (day text primary key) strict, without rowid;
create table whole_threads (phone_number text primary key) strict, without rowid;

create table small_entities (kind text not null, id text not null, json text not null, primary key (kind, id)) strict, without rowid;

create table patients (
  id text primary key, json text not null, is_merged integer not null, name_key text not null, birth_date text
) strict;
create index patients_born on patients (birth_date);
create table contact_points (
  phone_number text not null, patient_id text not null, primary key (phone_number, patient_id)
) strict, without rowid;
create index contact_points_of on contact_points (patient_id);
create table patient_words (word text not null, patient_id text not null, primary key (word, patient_id)) strict, without rowid;
create index patient_words_of on patient_words (patient_id);

create table appointments (
  id text primary key, json text not null, starts_at text not null, ends_at text not null, patient_id text not null,
  call_id text, is_unseen integer not null
) strict;
create index appointments_when on appointments (starts_at, ends_at);
create index appointments_of on appointments (patient_id, starts_at);
create index appointments_unseen on appointments (starts_at) where is_unseen = 1;
create index appointments_from_call on appointments (call_id) where call_id is not null;

create table openings (
  id text primary key, json text not null, starts_at text not null, ends_at text not null, is_open integer not null
) strict;
create index openings_open on openings (starts_at) where is_open = 1;

create table messages (
  id text primary key, json text not null, patient_number text not null, created_at text not null, related_id text, call_id text,
  is_open integer not null, is_lost integer not null, is_ours integer not null
) strict;
create index messages_thread on messages (patient_number, created_at, id);
create index messages_when on messages (created_at);
create index messages_about on messages (related_id) where related_id is not null;
create index messages_from_call on messages (call_id) where call_id is not null;
create index messages_open on messages (created_at, id) where is_open = 1;
create index messages_open_of on messages (patient_number) where is_open = 1;
create index messages_lost on messages (created_at) where is_lost = 1;
create table thread_rows (
  phone_number text primary key, newest_id text not null, newest_at text not null, open_count integer not null, is_ours integer not null
) strict;
create index thread_rows_when on thread_rows (newest_at);

create table calls (
  id text primary key, json text not null, caller_number text, created_at text not null, updated_at text not null,
  is_live integer not null, has_all_turns integer not null default 0
) strict;
create index calls_when on calls (created_at, id);
create index calls_from on calls (caller_number, created_at);
create index calls_live on calls (created_at) where is_live = 1;
create table call_turns (
  call_id text not null, position integer not null, json text not null, primary key (call_id, position)
) strict, without rowid;

create table leads (
  id text primary key, json text not null, patient_id text, phone_number text, call_id text, is_open integer not null, done_at text
) strict;
create index leads_open on leads (is_open, done_at);
create index leads_of on leads (patient_id);
create index leads_from on leads (phone_number);
create index leads_from_call on leads (call_id);

create table callbacks (
  id text primary key, json text not null, patient_id text, phone_number text, call_id text, is_open integer not null, done_at text
) strict;
create index callbacks_open on callbacks (is_open, done_at);
create index callbacks_of on callbacks (patient_id);
create index callbacks_from on callbacks (phone_number);
create index callbacks_from_call on callbacks (call_id);

create table alarms (
  id text primary key, json text not null, phone_number text, call_id text, raised_at text not null, is_open integer not null
) strict;
create index alarms_open on alarms (is_open, raised_at);
create index alarms_from on alarms (phone_number);
create index alarms_from_call on alarms (call_id);

create table changes (
  id text primary key, json text not null, appointment_id text not null, call_id text, message_id text, at text not null
) strict;
create index changes_of on changes (appointment_id);
create index changes_from_call on changes (call_id) where call_id is not null;
create index changes_from_message on changes (message_id) where message_id is not null;
create index changes_when on changes (at);
`
