import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import { type OwnedPhone, usedPhones } from '../store/setup.ts'
import type { Ctx } from '../store/transaction.ts'
import { checkNumber } from './check-number.ts'
import type { LineDeps } from './line-deps.ts'

const EVERY_MINUTES = 10
const AT_ONCE = 10

/** Which minute of ten a number is looked at in: the end of its id is random, so they are spread. */
const minuteOf = ({ id }: OwnedPhone): number => Number.parseInt(id.slice(-6), 16) % EVERY_MINUTES

/** Looks at the numbers whose minute it is, at most ten at once; called every minute, each number is looked at every ten. Returns how
 *  many there were; rethrows the first failure after looking at them all. */
export async function checkDueNumbers(base: Omit<Ctx, 'practiceId' | 'actor'>, lines: LineDeps): Promise<number> {
  const minute = Math.floor(base.clock.nowMs() / MS_PER_MINUTE) % EVERY_MINUTES
  const due = (await base.store.read(() => usedPhones())).filter((phone) => minuteOf(phone) === minute)
  const left = [...due]
  const failures: unknown[] = []
  const work = async () => {
    for (let phone = left.pop(); phone; phone = left.pop())
      try {
        const ctx: Ctx = { ...base, practiceId: phone.practiceId, actor: { kind: 'system', id: null } }
        await checkNumber(ctx, lines, phone.id, false)
      } catch (error) {
        // One that was removed meanwhile is no trouble.
        if (!(error instanceof DeskError && error.code === 'NOT_FOUND')) failures.push(error)
      }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (failures.length > 0) throw failures[0]
  return due.length
}
