import { z } from 'zod'
import { CallId, OnboardingRunId, PhoneNumberId } from './ids.ts'
import { PhoneNumber } from './phone.ts'
import { Instant, LocalDate } from './practice-time.ts'
import { line, paragraph } from './text.ts'

/** How a practice comes to a number: a new one that it prints; a new one behind its own, which forwards to it; its own, brought over. */
export const NumberWay = z.enum(['new', 'forward', 'port'])
export type NumberWay = z.infer<typeof NumberWay>

/** In this order. Undone in reverse. */
export const StepName = z.enum(['buy', 'service', 'import', 'assistant', 'link', 'addresses', 'verify', 'save'])
export type StepName = z.infer<typeof StepName>

/** `done` steps name what they made at the vendor, which is what an undo needs. */
export const OnboardingStep = z.object({
  name: StepName,
  state: z.enum(['pending', 'running', 'done', 'failed', 'undoing', 'undone']),
  attempts: z.int(),
  startedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  /** The vendor's id of what this step made or found: PN…, MG…, an assistant's. */
  made: z.string().nullable(),
  /** False: it was there before this run, so undoing leaves it. */
  isOurs: z.boolean(),
})
export type OnboardingStep = z.infer<typeof OnboardingStep>

/** Why a run stopped. Each has one plain sentence and one thing to do. */
export const OnboardingProblemCode = z.enum([
  'NUMBER_GONE',
  'NO_FUNDS',
  'ADDRESS_REQUIRED',
  'TRIAL_LIMIT',
  'VENDOR_LIMIT',
  'WRONG_CREDENTIALS',
  'NUMBER_ELSEWHERE',
  'PORT_NOT_THERE',
  'NOT_VERIFIED',
  'VENDOR_DOWN',
  'NOT_CONFIGURED',
  'REFUSED',
  'STOPPED',
])
export type OnboardingProblemCode = z.infer<typeof OnboardingProblemCode>

export const OnboardingProblem = z.object({
  code: OnboardingProblemCode,
  step: StepName,
  message: z.string(),
  action: z.string(),
  /** Whose turn it is: staff choose another number, the operator tops the account up. */
  who: z.enum(['staff', 'operator']),
  /** The vendor's own code, for the operator. */
  vendorCode: z.string().nullable(),
})
export type OnboardingProblem = z.infer<typeof OnboardingProblem>

/** How far bringing a number over is; the two carriers do it, staff write down where it stands. */
export const PortState = z.enum(['gathering', 'submitted', 'accepted', 'scheduled', 'completed', 'rejected'])
export const NumberPort = z.object({
  state: PortState,
  carrier: line(80),
  /** As on the bill. */
  accountName: line(120),
  accountNumber: line(40),
  serviceAddress: line(200),
  /** What the losing carrier promised. */
  dueOn: LocalDate.nullable(),
  note: paragraph(1_000),
})
export type NumberPort = z.infer<typeof NumberPort>

/** One attempt to get a number going. Its work goes on by itself, also when the relay is restarted in the middle. */
export const OnboardingRun = z.object({
  id: OnboardingRunId,
  way: NumberWay,
  phoneNumber: PhoneNumber,
  /** The id the number has once it is saved; everything at the vendors is tagged with it from the start. */
  phoneNumberId: PhoneNumberId,
  label: line(60),
  isPrimary: z.boolean(),
  /** The practice's own number, for `forward`. */
  forwardedFrom: PhoneNumber.nullable(),
  port: NumberPort.nullable(),
  /** `porting`: waits for the carriers. `failed`: stopped, nothing undone yet. `undone`: nothing of it is left anywhere. */
  state: z.enum(['porting', 'running', 'failed', 'undoing', 'undone', 'done']),
  steps: z.array(OnboardingStep),
  problem: OnboardingProblem.nullable(),
  /** A vendor could not be reached: it is asked again then. */
  retryAt: Instant.nullable(),
  rentMicrodollars: z.int().nullable(),
  startedBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  endedAt: Instant.nullable(),
})
export type OnboardingRun = z.infer<typeof OnboardingRun>

/** What else would not work: what was found when a number was looked at, at both vendors. */
export const NumberProblemCode = z.enum([
  'NUMBER_MISSING',
  'ADDRESSES_CHANGED',
  'VOICE_ADDRESS_CHANGED',
  'NOT_IN_SERVICE',
  'IMPORT_MISSING',
  'ASSISTANT_MISSING',
  'ASSISTANT_NOT_LINKED',
  'ASSISTANT_CHANGED',
  'VENDOR_BLOCKED',
  'CANNOT_LOOK',
])
export type NumberProblemCode = z.infer<typeof NumberProblemCode>
export const NumberProblem = z.object({
  code: NumberProblemCode,
  /** What is wrong and what it means for callers, in one sentence. */
  message: z.string(),
  /** `itself`: it is being repaired. `button`: staff decide. `operator`: only at the vendor. */
  repair: z.enum(['itself', 'button', 'operator']),
  since: Instant,
})
export type NumberProblem = z.infer<typeof NumberProblem>
export const NumberHealth = z.object({
  checkedAt: Instant.nullable(),
  problems: z.array(NumberProblem),
  /** What was put right by itself, newest first, at most five. */
  repaired: z.array(z.object({ code: NumberProblemCode, at: Instant })),
  lastCallAt: Instant.nullable(),
  lastTextAt: Instant.nullable(),
})
export type NumberHealth = z.infer<typeof NumberHealth>
export const UNKNOWN_HEALTH: NumberHealth = { checkedAt: null, problems: [], repaired: [], lastCallAt: null, lastTextAt: null }

/** One trial of the practice's own line forwarding here. `answered_there`: somebody, or the carrier's voicemail, picked up first.
 *  `loop`: it came here more than once. */
export const ForwardTest = z.object({
  state: z.enum(['calling', 'arrived', 'answered_there', 'loop', 'not_arrived', 'failed']),
  startedAt: Instant,
  /** Null: calls are still watched for, also after the first one came. */
  endedAt: Instant.nullable(),
  message: z.string(),
  /** The calls that it made come here. */
  callIds: z.array(CallId).optional(),
})
export type ForwardTest = z.infer<typeof ForwardTest>

/** A staff member's own phone while they try a number out. Its texts are answered "Test received" and need nobody. */
export const NumberTrial = z.object({
  phoneNumber: PhoneNumber,
  startedAt: Instant,
  endsAt: Instant,
  /** Why the call that staff asked for does not come; absent when all is well. */
  problem: z.string().optional(),
})
export type NumberTrial = z.infer<typeof NumberTrial>
