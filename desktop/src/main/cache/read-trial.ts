import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { TrialView } from '../../ipc/views.ts'
import type { Db } from './database.ts'
import { readRows, readSmallOne } from './read-rows.ts'
import { turnsOf } from './read-work.ts'

const MOST = 50
/** A trial is short, so what came since its start is little. */
const MOST_READ = 500

/** Calls and texts of one of our numbers since an instant. */
export function readTrial(db: Db, { phoneNumberId, since }: { phoneNumberId: PhoneNumberId; since: Instant }): TrialView {
  const ours = readSmallOne(db, 'phoneNumbers', phoneNumberId)?.phoneNumber
  const newest = 'where created_at >= ? order by created_at desc, id desc limit ?'
  const calls = readRows(db, 'calls', newest, since, MOST_READ).filter((call) => call.phoneNumberId === phoneNumberId)
  const messages = readRows(db, 'messages', newest, since, MOST_READ).filter((one) =>
    [one.fromNumber, one.toNumber].includes(ours as never),
  )
  return {
    calls: calls.slice(0, MOST),
    callTurns: calls.slice(0, MOST).flatMap((call) => turnsOf(db, call.id)),
    messages: messages.slice(0, MOST),
  }
}
