import type { StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import type { LineDeps } from './line-deps.ts'
import type { Begun } from './onboarding-begin.ts'
import { stepOf } from './onboarding-steps.ts'
import { type Ask, done, harmless, type StepResult, tooEarly } from './step-result.ts'

type UndoWork = Extract<Begun, { kind: 'undo' }> & { lines: LineDeps; ask: Ask }

/** Takes one step back. What is gone already counts as taken back; what is not there yet but may still come is waited for. */
export const undoStep = (work: UndoWork): Promise<StepResult> => UNDO[work.name](work)

const nothing = async (): Promise<StepResult> => done()

const UNDO: Record<StepName, (work: UndoWork) => Promise<StepResult>> = {
  // The number keeps them until it is gone itself.
  save: nothing,
  verify: nothing,
  addresses: nothing,
  link: nothing,
  assistant: (work) =>
    removeAll(work, 'assistant', {
      find: async ({ lines, numberTag }) => idOf(await host(lines).findAssistant(numberTag)),
      remove: ({ lines }, id) => host(lines).deleteAssistant(id),
    }),
  import: (work) =>
    removeAll(work, 'import', {
      find: async ({ lines, run, numberTag }) => idOf(ours(await host(lines).findNumber(run.phoneNumber), numberTag)),
      remove: ({ lines }, id) => host(lines).deleteNumber(id),
    }),
  service: leaveService,
  buy: (work) =>
    work.run.way === 'port'
      ? handBack(work)
      : removeAll(work, 'buy', {
          find: async ({ lines, run, numberTag }) => sidOf(ours(await lines.supplier.findNumber(run.phoneNumber), numberTag)),
          remove: ({ lines }, sid) => lines.supplier.releaseNumber(sid),
        }),
}

type Removal = {
  find(work: UndoWork): Promise<VendorAnswer<string | null>>
  remove(work: UndoWork, id: string): Promise<VendorAnswer<null>>
}

/** Removes what the step is known to have made, then whatever else carries its tag: a try that was given up may have made another. */
async function removeAll(work: UndoWork, name: 'buy' | 'import' | 'assistant', { find, remove }: Removal): Promise<StepResult> {
  if (name !== 'buy' && !work.lines.host) return { kind: 'stopped', code: 'NOT_CONFIGURED', vendorCode: null }
  const { made } = stepOf(work.run, name)
  if (made !== null) {
    const removed = await work.ask(() => remove(work, made))
    if (removed.kind !== 'done' && !isGone(removed)) return harmless(removed, work.isInDoubt)
  }
  const left = await work.ask(() => find(work))
  if (left.kind !== 'done') return harmless(left, work.isInDoubt)
  if (left.value === null) return work.isInDoubt ? tooEarly() : done()
  const id = left.value
  const removed = await work.ask(() => remove(work, id))
  return removed.kind === 'done' || isGone(removed) ? lookOnceMore(work) : harmless(removed, work.isInDoubt)
}

const lookOnceMore = ({ isInDoubt }: UndoWork): StepResult => ({ kind: 'wait', vendorCode: '', retryAfterMs: 0, inDoubt: isInDoubt })

/** A service that others use only loses this number. */
async function leaveService({ run, lines, ask, practiceTag, isInDoubt, mayDeleteService }: UndoWork): Promise<StepResult> {
  const { supplier } = lines
  const found = await ask(() => supplier.findService(practiceTag))
  if (found.kind !== 'done') return harmless(found, isInDoubt)
  const service = found.value
  if (!service) return isInDoubt ? tooEarly() : done()
  const number = stepOf(run, 'buy').made
  if (number !== null) {
    const removed = await ask(() => supplier.removeFromService(service.sid, number))
    if (removed.kind !== 'done' && !isGone(removed)) return harmless(removed, isInDoubt)
  }
  if (!mayDeleteService) return done()
  const members = await ask(() => supplier.serviceNumbers(service.sid))
  if (members.kind !== 'done') return isGone(members) ? done() : harmless(members, isInDoubt)
  if (members.value.length > 0) return done()
  const deleted = await ask(() => supplier.deleteService(service.sid))
  return deleted.kind === 'done' || isGone(deleted) ? done() : harmless(deleted, isInDoubt)
}

/** The practice's own number: its calls ring the desk, and it loses our mark so that it can be taken up again. */
async function handBack({ run, lines, ask, numberTag }: UndoWork): Promise<StepResult> {
  const found = await ask(async () => sidOf(ours(await lines.supplier.findNumber(run.phoneNumber), numberTag)))
  if (found.kind !== 'done') return harmless(found)
  const sid = found.value
  if (sid === null) return done()
  const set = await ask(() => lines.supplier.configureNumber(sid, { voiceUrl: lines.deskVoiceUrl, tag: run.phoneNumber }))
  return set.kind === 'done' || isGone(set) ? done() : harmless(set)
}

type Answer<T> = VendorAnswer<T>

const isGone = (answer: Answer<unknown>): boolean => answer.kind === 'refused' && answer.code === 'NOT_FOUND'

function host({ host }: LineDeps): NonNullable<LineDeps['host']> {
  if (!host) throw new Error('the voice service is not configured')
  return host
}

const mapped = <T, U>(answer: Answer<T>, read: (value: T) => U): Answer<U> =>
  answer.kind === 'done' ? { kind: 'done', value: read(answer.value) } : answer

const ours = <T extends { tag: string }>(answer: Answer<T | null>, tag: string): Answer<T | null> =>
  mapped(answer, (found) => (found?.tag === tag ? found : null))
const idOf = (answer: Answer<{ id: string } | null>) => mapped(answer, (found) => found?.id ?? null)
const sidOf = (answer: Answer<{ sid: string } | null>) => mapped(answer, (found) => found?.sid ?? null)
