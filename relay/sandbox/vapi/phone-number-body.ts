import { z } from 'zod'
import { DestinationBody, ServerBody } from './model-body.ts'

const shared = {
  fallbackDestination: DestinationBody.optional(),
  hooks: z.array(z.looseObject({ on: z.string(), do: z.unknown() })).optional(),
  smsEnabled: z.boolean().optional(),
  twilioAuthToken: z.string().optional(),
  twilioApiKey: z.string().optional(),
  twilioApiSecret: z.string().optional(),
  name: z.string().max(40).optional(),
  assistantId: z.string().optional(),
  workflowId: z.string().optional(),
  squadId: z.string().optional(),
  server: ServerBody.optional(),
}

/** What `POST /phone-number` accepts; only numbers at Twilio are known here. */
export const PhoneNumberBody = z.strictObject({
  provider: z.literal('twilio'),
  number: z.string(),
  twilioAccountSid: z.string(),
  ...shared,
})
export type PhoneNumberBody = z.infer<typeof PhoneNumberBody>

/** What `PATCH /phone-number/:id` accepts. */
export const PhoneNumberPatch = z.strictObject({
  provider: z.literal('twilio'),
  number: z.string().optional(),
  twilioAccountSid: z.string().optional(),
  ...shared,
})

/** What `POST /call` accepts: one customer, a saved assistant, a saved number. */
export const CallBody = z.strictObject({
  assistantId: z.string().optional(),
  assistant: z.unknown().optional(),
  assistantOverrides: z.unknown().optional(),
  assistantVersion: z.string().optional(),
  phoneNumberId: z.string().optional(),
  customer: z
    .strictObject({
      number: z.string().optional(),
      numberE164CheckEnabled: z.boolean().optional(),
      extension: z.string().optional(),
      assistantOverrides: z.unknown().optional(),
      name: z.string().max(40).optional(),
      email: z.string().optional(),
      externalId: z.string().optional(),
      sipUri: z.string().optional(),
    })
    .optional(),
  customerId: z.string().optional(),
  name: z.string().max(40).optional(),
  schedulePlan: z.unknown().optional(),
})
export type CallBody = z.infer<typeof CallBody>
