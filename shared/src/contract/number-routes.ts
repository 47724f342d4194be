import { z } from 'zod'
import { AssistantVersion } from '../domain/assistant.ts'
import { OnboardingRunId, PhoneNumberId } from '../domain/ids.ts'
import { Message } from '../domain/message.ts'
import { NumberPort, NumberWay, OnboardingRun } from '../domain/onboarding.ts'
import { PhoneNumber } from '../domain/phone.ts'
import { PracticePhone } from '../domain/practice.ts'
import { RegistrationDetails, TextRegistration } from '../domain/registration.ts'
import { line } from '../domain/text.ts'
import { Month, UsageReport } from '../domain/usage.ts'
import { By, type Route, route } from './desk-route.ts'

/** A number that can be had at the moment; that is no reservation. */
export const AvailableNumberOut = z.object({
  phoneNumber: PhoneNumber,
  kind: z.enum(['local', 'toll_free']),
  locality: z.string().nullable(),
  region: z.string().nullable(),
  /** Millionths of a dollar a month; null when the price is not known. */
  rentMicrodollars: z.int().nullable(),
})
export type AvailableNumberOut = z.infer<typeof AvailableNumberOut>

const ThisNumber = z.object({ phoneNumberId: PhoneNumberId, by: By })
const ThisRun = z.object({ runId: OnboardingRunId, by: By })

/** Getting numbers, what the assistant says on them, leave to text with them, and what they cost. */
export const numberRoutes = {
  /** Numbers to choose from, at most thirty. `near` says what was looked for instead when there was nothing: "numbers near 512".
   *  Throws `VENDOR_UNAVAILABLE`, `BAD_INPUT`. */
  'numbers.search': route(
    'GET',
    '/numbers/search',
    z.object({
      kind: z.enum(['local', 'toll_free']).default('local'),
      areaCode: z
        .string()
        .regex(/^[2-9]\d\d$/, 'must be three digits like 512')
        .optional(),
      /** City; with `region` where given. */
      locality: line(60).optional(),
      region: z
        .string()
        .regex(/^[A-Za-z]{2}$/, 'must be two letters like TX')
        .optional(),
      /** Digits or letters anywhere in the number. */
      contains: z
        .string()
        .regex(/^[0-9A-Za-z*]{2,10}$/, 'must be 2 to 10 digits or letters')
        .optional(),
    }),
    z.object({ numbers: z.array(AvailableNumberOut), near: z.string().nullable() }),
  ),
  /** Begins to get a number going; the work goes on by itself. Throws `ONBOARDING_UNDER_WAY` (details: `runId`; one at a time per
   *  practice), `NUMBER_TAKEN` (another practice has it), `BAD_INPUT`. */
  'onboarding.start': route(
    'POST',
    '/onboarding',
    z.object({
      way: NumberWay,
      phoneNumber: PhoneNumber,
      label: line(60).default(''),
      isPrimary: z.boolean().default(false),
      forwardedFrom: PhoneNumber.nullable().default(null),
      port: NumberPort.nullable().default(null),
      rentMicrodollars: z.int().min(0).max(1_000_000_000).nullable().default(null),
      by: By,
    }),
    OnboardingRun,
  ),
  /** Goes on from the step that stopped. Throws `NOT_NOW`. */
  'onboarding.retry': route('POST', '/onboarding/:runId/retry', ThisRun, OnboardingRun),
  /** Takes back all it did, in reverse. Throws `NOT_NOW` once it is done. */
  'onboarding.undo': route('POST', '/onboarding/:runId/undo', ThisRun, OnboardingRun),
  /** Where bringing a number over stands; with `completed` the work begins. */
  'onboarding.port': route('POST', '/onboarding/:runId/port', ThisRun.extend({ port: NumberPort }), OnboardingRun),

  'number.change': route(
    'POST',
    '/numbers/:phoneNumberId',
    ThisNumber.extend({
      label: line(60).optional(),
      /** Only true is taken: the other one loses it. */
      isPrimary: z.literal(true).optional(),
      forwardedFrom: PhoneNumber.nullable().optional(),
    }),
    PracticePhone,
  ),
  /** Calls ring the desk, then voicemail. */
  'number.pause': route('POST', '/numbers/:phoneNumberId/pause', ThisNumber, PracticePhone),
  'number.resume': route('POST', '/numbers/:phoneNumberId/resume', ThisNumber, PracticePhone),
  /** `typed` is the number as a person typed it to confirm. With `isNow` false it is given up in thirty days. Throws `BAD_INPUT`. */
  'number.release': route(
    'POST',
    '/numbers/:phoneNumberId/release',
    ThisNumber.extend({ typed: line(40), isNow: z.boolean().default(false) }),
    PracticePhone,
  ),
  'number.keep': route('POST', '/numbers/:phoneNumberId/keep', ThisNumber, PracticePhone),
  /** Looks at it at both vendors now. */
  'number.check': route('POST', '/numbers/:phoneNumberId/check', ThisNumber, PracticePhone),
  /** Puts right what the last look found and staff may decide. */
  'number.repair': route('POST', '/numbers/:phoneNumberId/repair', ThisNumber, PracticePhone),
  /** Makes a new assistant for it and takes the old one away. */
  'number.replaceAssistant': route('POST', '/numbers/:phoneNumberId/replace-assistant', ThisNumber, PracticePhone),
  /** From now, for half an hour, this phone is staff's own trying the number out. */
  'number.try': route('POST', '/numbers/:phoneNumberId/try', ThisNumber.extend({ phoneNumber: PhoneNumber }), PracticePhone),
  /** The assistant phones the trial's phone. Throws `NOT_NOW` without a trial. */
  'number.tryCall': route('POST', '/numbers/:phoneNumberId/try-call', ThisNumber, PracticePhone),
  /** A text to the trial's phone. Throws `NOT_NOW`, `CANNOT_TEXT`. */
  'number.tryText': route('POST', '/numbers/:phoneNumberId/try-text', ThisNumber, Message),
  /** Phones the practice's own line and watches whether the call comes here. Throws `NOT_NOW`. */
  'number.tryForward': route('POST', '/numbers/:phoneNumberId/try-forward', ThisNumber, PracticePhone),

  /** Gives the voice service the set-up as it is now. */
  'assistant.publish': route('POST', '/assistant/publish', z.object({ by: By }), AssistantVersion),
  /** Takes up the words of an earlier version again and holds later set-up changes back until `assistant.publish`. */
  'assistant.revert': route(
    'POST',
    '/assistant/versions/:version/revert',
    z.object({ version: z.coerce.number().int().min(1), by: By }),
    AssistantVersion,
  ),
  /** What one version was told, word for word. */
  'assistant.version': route(
    'GET',
    '/assistant/versions/:version',
    z.object({ version: z.coerce.number().int().min(1) }),
    z.object({ version: AssistantVersion, firstMessage: z.string(), prompt: z.string() }),
  ),

  /** Keeps what is filled in; nothing is sent. */
  'registration.put': route(
    'PUT',
    '/registration',
    z.object({
      kind: TextRegistration.shape.kind,
      phoneNumberId: PhoneNumberId.nullable().default(null),
      details: RegistrationDetails,
      by: By,
    }),
    TextRegistration,
  ),
  /** Sends it to the carriers. Throws `BAD_INPUT` (details: `missing`), `NOT_NOW`. */
  'registration.submit': route(
    'POST',
    '/registration/submit',
    z.object({ kind: TextRegistration.shape.kind, phoneNumberId: PhoneNumberId.nullable().default(null), by: By }),
    TextRegistration,
  ),

  'usage.read': route('GET', '/usage', z.object({ from: Month, to: Month }), UsageReport),
} satisfies Record<string, Route>
