import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { OnboardingRunId, PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { NumberPort, NumberWay, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { activeRun, lineBeingGot, practiceGetting, runOfNumber } from '../store/onboarding-runs.ts'
import { loadSetup, phoneOfNumber } from '../store/setup.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { keepGoing } from './keep-going.ts'
import { firstSteps } from './onboarding-steps.ts'

export type StartInput = {
  way: NumberWay
  phoneNumber: PhoneNumber
  label: string
  isPrimary: boolean
  forwardedFrom: PhoneNumber | null
  port: NumberPort | null
  rentMicrodollars: number | null
}

const NO_PORT: NumberPort = {
  state: 'gathering',
  carrier: '',
  accountName: '',
  accountNumber: '',
  serviceAddress: '',
  dueOn: null,
  note: '',
}

/** Begins to get a number going. The same number asked for again is the same run. Throws `ONBOARDING_UNDER_WAY`, `NUMBER_TAKEN`,
 *  `BAD_INPUT`. */
export function* startOnboarding(tx: Tx, input: StartInput, by: string): Work<OnboardingRun> {
  if (input.way !== 'port' && !input.phoneNumber.startsWith('+1'))
    throw new DeskError('BAD_INPUT', 'Only numbers of the United States and Canada can be had here.')
  const same = yield* runOfNumber(tx.practiceId, input.phoneNumber)
  if (same?.way === input.way) return same
  const isWaiting = input.way === 'port' && input.port?.state !== 'completed'
  const known = same ?? (isWaiting ? null : yield* activeRun(tx.practiceId))
  if (known)
    throw new DeskError('ONBOARDING_UNDER_WAY', 'A number is being set up already. Finish it or take it back first.', {
      details: { runId: known.id },
    })
  const { phoneNumbers } = yield* loadSetup(tx.practiceId, tx.practice)
  const inUse = phoneNumbers.filter((phone) => phone.status !== 'released')
  requireForward(
    input,
    inUse.map((phone) => phone.phoneNumber),
  )
  yield* requireFree(tx, input)
  const run = yield* tx.insert('onboardingRuns', {
    id: tx.newId<OnboardingRunId>(),
    way: input.way,
    phoneNumber: input.phoneNumber,
    phoneNumberId: tx.newId<PhoneNumberId>(),
    label: input.label,
    // A practice with numbers has one that patients are told.
    isPrimary: input.isPrimary || inUse.length === 0,
    forwardedFrom: input.way === 'forward' ? input.forwardedFrom : null,
    port: input.way === 'port' ? (input.port ?? NO_PORT) : null,
    state: isWaiting ? 'porting' : 'running',
    steps: firstSteps(),
    problem: null,
    retryAt: null,
    rentMicrodollars: input.rentMicrodollars,
    startedBy: by,
    createdAt: tx.now,
    updatedAt: tx.now,
    endedAt: null,
  })
  yield* tx.audit({ action: 'onboarding.started', subjectType: 'onboarding', subjectId: run.id, detail: { way: run.way, by } })
  tx.emit('onboarding.changed')
  if (run.state === 'running') yield* keepGoing(tx, run)
  return run
}

function requireForward(input: StartInput, ours: PhoneNumber[]): void {
  if (input.way !== 'forward') return
  if (input.forwardedFrom === null) throw new DeskError('BAD_INPUT', 'Say which number of the practice will forward here.')
  if (input.forwardedFrom === input.phoneNumber || ours.includes(input.forwardedFrom))
    throw new DeskError('BAD_INPUT', 'A number cannot forward to itself or from one that the assistant already answers.')
}

function* requireFree(tx: Tx, { phoneNumber, way }: Pick<StartInput, 'phoneNumber' | 'way'>): Work<void> {
  const used = yield* phoneOfNumber(phoneNumber)
  if (used && used.status !== 'released')
    throw new DeskError(
      'NUMBER_TAKEN',
      used.practiceId === tx.practiceId ? 'The practice has this number already.' : 'Another practice has this number. Choose another.',
    )
  if ((yield* practiceGetting(phoneNumber)) !== null)
    throw new DeskError('NUMBER_TAKEN', 'Another practice is getting this number. Choose another.')
  // Brought over by another practice, taken back, and still in the account: it is theirs.
  const line = way === 'port' ? yield* lineBeingGot(phoneNumber) : null
  if (line && line.practiceId !== tx.practiceId) throw new DeskError('NUMBER_TAKEN', 'Another practice has this number. Choose another.')
}
