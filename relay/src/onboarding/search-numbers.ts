import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AvailableNumberOut } from '@dentalanswer/shared/contract/number-routes.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { AvailableNumber, NumberSearch } from '../ports/number-supplier.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import type { LineDeps } from './line-deps.ts'
import { alternativesTo, type WantedNumbers } from './nearest-numbers.ts'

const MOST = 30

type Found = { numbers: AvailableNumberOut[]; near: string | null }

/** Numbers that can be had now, with their monthly price; the nearest others when there is none as wanted, and then `near` says what was
 *  looked for. Never one of `taken`. Throws `VENDOR_UNAVAILABLE`. */
export async function searchNumbers(
  { supplier, rents }: Pick<LineDeps, 'supplier' | 'rents'>,
  wanted: WantedNumbers,
  known: { near: PhoneNumber; taken: ReadonlySet<string> },
): Promise<Found> {
  const rentMicrodollars = wanted.kind === 'toll_free' ? rents.tollFree : rents.local
  const find = async (search: Omit<NumberSearch, 'limit'>, isAlternative = false) => {
    const answer = await supplier.search({ ...search, limit: MOST })
    // A place the supplier cannot look around is one without numbers.
    const found = isAlternative && answer.kind === 'refused' ? [] : orRefuse(answer)
    return found
      .filter((one) => !known.taken.has(one.phoneNumber))
      .slice(0, MOST)
      .map((one) => ({ ...one, kind: wanted.kind, rentMicrodollars }))
  }
  const numbers = await find(given(wanted))
  if (numbers.length > 0) return { numbers, near: null }
  for (const { search, near } of alternativesTo(wanted, known.near)) {
    const others = await find(search, true)
    if (others.length > 0) return { numbers: others, near }
  }
  return { numbers: [], near: null }
}

function given({ kind, ...wanted }: WantedNumbers): Omit<NumberSearch, 'limit'> {
  return { kind, ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) }
}

function orRefuse(answer: VendorAnswer<AvailableNumber[]>): AvailableNumber[] {
  if (answer.kind === 'done') return answer.value
  if (answer.kind === 'refused' && answer.code === 'NOT_FOUND') return []
  const isOurs = answer.kind === 'refused' && answer.code === 'WRONG_CREDENTIALS'
  throw new DeskError(
    'VENDOR_UNAVAILABLE',
    isOurs
      ? 'The carrier service does not accept the access keys of the relay. Tell the operator.'
      : 'The carrier service cannot be asked for numbers now. Try again in a minute.',
    { details: { vendorCode: answer.vendorCode } },
  )
}
