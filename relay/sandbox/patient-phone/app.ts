import { Hono } from 'hono'
import type { TwilioStandIn } from '../twilio/stand-in.ts'
import type { VapiStandIn } from '../vapi/stand-in.ts'

export type PatientPhoneOptions = {
  twilio: TwilioStandIn
  vapi: VapiStandIn
  people: () => Promise<{ name: string; phone: string; birthDate: string; household?: string }[]>
  practice: () => Promise<{ name: string; phone: string; zone: string; assistantId: string; phoneNumberId: string }>
}

export const patientPhoneApp = (_options: PatientPhoneOptions) => new Hono()
