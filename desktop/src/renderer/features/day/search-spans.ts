import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'

const NEAR_DAYS = 10
const STEP_DAYS = 31
const FURTHEST_DAYS = 548

/** Spans of days to look for one appointment in, nearest to the present first and none twice: what is asked for is nearly always near. */
export function* searchSpans(today: LocalDate): Generator<{ from: LocalDate; to: LocalDate }> {
  yield { from: addDays(today, -NEAR_DAYS), to: addDays(today, NEAR_DAYS) }
  for (let away = NEAR_DAYS + 1; away <= FURTHEST_DAYS; away += STEP_DAYS) {
    const end = Math.min(away + STEP_DAYS - 1, FURTHEST_DAYS)
    yield { from: addDays(today, away), to: addDays(today, end) }
    yield { from: addDays(today, -end), to: addDays(today, -away) }
  }
}
