import type { LineDeps } from '../onboarding/line-deps.ts'
import { searchNumbers } from '../onboarding/search-numbers.ts'
import { numbersBeingGot } from '../store/onboarding-runs.ts'
import { requirePractice } from '../store/practices.ts'
import { usedPhones } from '../store/setup.ts'
import type { Queries } from './desk-context.ts'

export const numberQueries = (lines: LineDeps): Pick<Queries, 'numbers.search'> => ({
  'numbers.search': async (ctx, wanted) => {
    const known = await ctx.store.read(function* () {
      const practice = yield* requirePractice(ctx.practiceId)
      const taken = [...(yield* usedPhones()).map((phone) => phone.phoneNumber), ...(yield* numbersBeingGot())]
      return { near: practice.phoneNumber, taken: new Set<string>(taken) }
    })
    return searchNumbers(lines, wanted, known)
  },
})
