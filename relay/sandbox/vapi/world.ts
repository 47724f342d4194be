import { randomUUID } from 'node:crypto'
import type { AssistantBody } from './assistant-body.ts'
import type { CallRecord } from './call-record.ts'
import type { PhoneNumberBody } from './phone-number-body.ts'

type Kept = { id: string; orgId: string; createdAt: string; updatedAt: string }

export type Assistant = Kept & AssistantBody
export type PhoneNumber = Kept & PhoneNumberBody & { status: 'active' | 'activating' | 'blocked' }

export type VapiWorld = {
  orgId: string
  now: () => number
  newId: () => string
  /** Where live calls are steered, without a slash at the end. */
  controlBase: () => string
  assistants: Map<string, Assistant>
  phoneNumbers: Map<string, PhoneNumber>
  calls: Map<string, CallRecord>
}

const CONTROL_HOST = 'https://phone-call-websocket.aws-us-west-2-backend-production1.vapi.ai'

export const createWorld = (now: () => number, controlBase = () => CONTROL_HOST): VapiWorld => ({
  orgId: randomUUID(),
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
