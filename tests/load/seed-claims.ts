import type { Work } from '@dentalanswer/relay/src/store/work.ts'

const RESOURCES = [
  { kind: 'operatory', id: 'operatory_id', until: 'released_at' },
  { kind: 'patient', id: 'patient_id', until: 'ends_at' },
  { kind: 'provider', id: 'provider_id', until: 'ends_at' },
]

/** The claims of a practice's appointments after `now`, in one statement per kind of resource. Past ones have none, as after tidying up. */
export function* claimComingVisits(practiceId: string, now: string): Work<void> {
  for (const resource of RESOURCES)
    yield (engine) => ({ text: engine === 'postgres' ? postgresText(resource) : sqliteText(resource), values: [practiceId, now] })
}

type Resource = (typeof RESOURCES)[number]

const sqliteText = ({ kind, id, until }: Resource) => `
  with recursive step(x) as (select 0 union all select x + 5 from step where x < 715)
  insert into claims (practice_id, kind, resource_id, minute, appointment_id)
  select a.practice_id, '${kind}', a.${id}, unixepoch(a.starts_at) / 60 + x, a.id
  from appointments a join step on x < (unixepoch(a.${until}) - unixepoch(a.starts_at)) / 60
  where a.practice_id = ? and a.starts_at > ? order by 1, 2, 3, 4 on conflict do nothing`

const postgresText = ({ kind, id, until }: Resource) => `
  insert into claims (practice_id, kind, resource_id, minute, appointment_id)
  select a.practice_id, '${kind}', a.${id}, cast(extract(epoch from a.starts_at::timestamptz) / 60 as integer) + x, a.id
  from appointments a cross join lateral
    generate_series(0, cast(extract(epoch from a.${until}::timestamptz - a.starts_at::timestamptz) / 60 as integer) - 1, 5) as x
  where a.practice_id = $1 and a.starts_at > $2 order by 1, 2, 3, 4 on conflict do nothing`
