import { sql } from 'kysely'
import { ask, type EngineName, query, type Work } from './work.ts'

/** Half open: `until` is not counted. `at` is the caller's own name for it. */
export type Stretch = { at: number; from: string; until: string }
export type CallStretch = Stretch & { phoneNumberId: string | null }
export type TextStretch = Stretch & { phoneNumber: string }

export type CallCounts = {
  at: number
  calls: number
  booked: number
  seconds: number
  minutes: number
  uncosted: number
  microdollars: number
}
export type TextCounts = { at: number; texts: number; segments: number }

/** Texts that reached the carrier service, and so cost something. `unknown` ones may have. */
const SENT = ['accepted', 'sent', 'delivered', 'undelivered', 'unknown'] as const
/** SQLite joins at most 500 selects; each is one walk along an index. */
const AT_ONCE = 100

/** What calls came to in each stretch; minutes are rounded up call by call. */
export function* countCalls(practiceId: string, stretches: CallStretch[]): Work<CallCounts[]> {
  const rows = yield* inParts(stretches, (part) =>
    query((db, engine) =>
      joined(
        part.map(({ at, phoneNumberId, from, until }) =>
          db
            .selectFrom('calls')
            .select((eb) => [
              marked(at),
              eb.fn.countAll<number>().as('calls'),
              sql<number>`coalesce(sum((${lengthMs(engine)} + 999) / 1000), 0)`.as('seconds'),
              sql<number>`coalesce(sum((${lengthMs(engine)} + 59999) / 60000), 0)`.as('minutes'),
              sql<number>`coalesce(sum(case when cost_microdollars is null then 1 else 0 end), 0)`.as('uncosted'),
              sql<number>`coalesce(sum(cost_microdollars), 0)`.as('microdollars'),
              sql<number>`coalesce(sum(case when exists (select 1 from appointments where appointments.practice_id = calls.practice_id
                and appointments.source_call_id = calls.id) then 1 else 0 end), 0)`.as('booked'),
            ])
            .where('practice_id', '=', practiceId)
            .where('phone_number_id', phoneNumberId === null ? 'is' : '=', phoneNumberId)
            .where('created_at', '>=', from)
            .where('created_at', '<', until),
        ),
      ),
    ),
  )
  return rows.map(numbersOf)
}

/** Texts sent from a number that reached the carrier service. */
export const countTextsOut = (practiceId: string, stretches: TextStretch[]) =>
  countTexts(practiceId, stretches, { direction: 'outbound', ours: 'from_number' })

export const countTextsIn = (practiceId: string, stretches: TextStretch[]) =>
  countTexts(practiceId, stretches, { direction: 'inbound', ours: 'to_number' })

type Way = { direction: 'inbound' | 'outbound'; ours: 'from_number' | 'to_number' }

function* countTexts(practiceId: string, stretches: TextStretch[], { direction, ours }: Way): Work<TextCounts[]> {
  const rows = yield* inParts(stretches, (part) =>
    query((db) =>
      joined(
        part.map(({ at, phoneNumber, from, until }) =>
          db
            .selectFrom('messages')
            .select((eb) => [marked(at), eb.fn.countAll<number>().as('texts'), segments])
            .where('practice_id', '=', practiceId)
            .where(ours, '=', phoneNumber)
            .where('created_at', '>=', from)
            .where('created_at', '<', until)
            .where('direction', '=', direction)
            .$if(direction === 'outbound', (sent) => sent.where('status', 'in', SENT)),
        ),
      ),
    ),
  )
  return rows.map(numbersOf)
}

/** Written out: PostgreSQL cannot tell the type of a parameter that is only selected. */
const marked = (at: number) => sql<number>`${sql.lit(at)}`.as('at')
const segments = sql<number>`coalesce(sum(segments), 0)`.as('segments')

/** A call's length in whole milliseconds; 0 while it lasts. */
const lengthMs = (engine: EngineName) =>
  engine === 'postgres'
    ? sql<number>`greatest(0, coalesce(cast(round(extract(epoch from cast(ended_at as timestamptz) - cast(started_at as timestamptz)) * 1000) as bigint), 0))`
    : sql<number>`max(0, coalesce(cast(round((unixepoch(ended_at, 'subsec') - unixepoch(started_at, 'subsec')) * 1000) as integer), 0))`

function joined<Q extends { unionAll(other: Q): Q }>(parts: Q[]): Q {
  return parts.reduce((all, one) => all.unionAll(one))
}

function* inParts<S, R>(stretches: S[], build: (part: S[]) => ReturnType<typeof query<R>>): Work<R[]> {
  const rows: R[] = []
  for (let start = 0; start < stretches.length; start += AT_ONCE) rows.push(...(yield* ask(build(stretches.slice(start, start + AT_ONCE)))))
  return rows
}

/** PostgreSQL's sums come as text. */
function numbersOf<R extends object>(row: R): { [K in keyof R]: number } {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as { [K in keyof R]: number }
}
