import { randomUUID } from 'node:crypto'
import type { AssistantBody } from './assistant-body.ts'
import type { CallRecord } from './call-record.ts'
import type { PhoneNumberBody } from './phone-number-body.ts'

type Kept = { id: string; orgId: string; createdAt: string; updatedAt: string }

export type Assistant = Kept & AssistantBody
export type PhoneNumber = Kept & PhoneNumberBody & { status: 'active' | 'activating' | 'blocked' }

export type VapiWorld = {
  orgId: string
  apiKey: string
  /** Every request is answered with 503, and no call is taken. */
  isDown: boolean
  /** How many the plan allows; null is any number. */
  limits: { phoneNumbers: number | null; assistants: number | null }
  /** Numbers that another organization has imported. */
  elsewhere: Set<string>
  now: () => number
  newId: () => string
  /** Where live calls are steered, without a slash at the end. */
  controlBase: () => string
  assistants: Map<string, Assistant>
  phoneNumbers: Map<string, PhoneNumber>
  calls: Map<string, CallRecord>
}

const CONTROL_HOST = 'https://phone-call-websocket.aws-us-west-2-backend-production1.vapi.ai'

export const createWorld = (apiKey: string, now: () => number, controlBase = () => CONTROL_HOST): VapiWorld => ({
  orgId: randomUUID(),
  apiKey,
  isDown: false,
  limits: { phoneNumbers: null, assistants: null },
  elsewhere: new Set(),
  now,
  newId: randomUUID,
  controlBase,
  assistants: new Map(),
  phoneNumbers: new Map(),
  calls: new Map(),
})

/** The fields that Vapi adds to what it keeps. */
export const kept = (world: VapiWorld, id = world.newId()): Kept => {
  const at = isoInstant(world.now())
  return { id, orgId: world.orgId, createdAt: at, updatedAt: at }
}

export const isoInstant = (at: number): string => new Date(at).toISOString()
