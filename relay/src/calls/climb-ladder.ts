import { addMinutes, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { queueText } from '../messaging/queue-text.ts'
import { alarmText } from '../messaging/text-templates.ts'
import { alarmsDue } from '../store/follow-ups.ts'
import { type Ctx, type Tx, write } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

/** After the last person the ladder starts over; whoever slept through the first text may hear the second. */
const ROUNDS = 3

/** Tells the next person of the on-call ladder about every alarm nobody has acknowledged in time. Returns how many were told. */
export async function climbLadder(base: Omit<Ctx, 'practiceId' | 'actor'>): Promise<number> {
  const due = await base.store.read(() => alarmsDue(toInstant(base.clock.nowMs())))
  const failures: unknown[] = []
  let told = 0
  for (const { practiceId, alarm } of due) {
    const ctx: Ctx = { ...base, practiceId, actor: { kind: 'system', id: null } }
    // One alarm that cannot be handled must not keep the others from being told.
    try {
      if (await write(ctx, 'climb-ladder', (tx) => tellNext(tx, alarm.id))) told++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return told
}

function* tellNext(tx: Tx, alarmId: string): Work<boolean> {
  const alarm = yield* tx.require('alarms', alarmId)
  const { onCall, alarmLadderMinutes } = tx.practice.settings
  // Read again inside the transaction: somebody may have acknowledged it, or another relay told the next person.
  if (alarm.acknowledgedAt !== null || alarm.nextStepAt === null || alarm.nextStepAt > tx.now) return false
  const person = onCall[alarm.ladderStep % onCall.length]
  const text =
    person &&
    (yield* queueText(tx, {
      to: person.phoneNumber,
      body: alarmText(tx.practice),
      purpose: 'alarm',
      related: { type: 'alarm', id: alarm.id },
      isAnswer: true,
      // A ladder may climb again for news, so the step alone would name two texts.
      dedupeKey: `alarm:${alarm.id}:${alarm.nextStepAt}:${alarm.ladderStep}`,
      sentBy: 'machine',
    }))
  // Without a number that may text nobody further up can be told either, and staff must see that they have to phone.
  const isTold = text !== undefined && text.status !== 'blocked'
  const hasMore = (isTold || !person) && alarm.ladderStep + 1 < onCall.length * ROUNDS
  yield* tx.update('alarms', {
    ...alarm,
    ladderStep: alarm.ladderStep + (isTold ? 1 : 0),
    nextStepAt: hasMore ? addMinutes(tx.now, alarmLadderMinutes) : null,
  })
  tx.emit('alarm.changed')
  return isTold
}
