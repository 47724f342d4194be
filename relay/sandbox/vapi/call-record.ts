export type ToolCall = { id: string; name: string; args: Record<string, unknown> }

/** One thing that happened in a call, with its time in milliseconds. */
export type Turn =
  | { kind: 'said'; role: 'user' | 'assistant'; text: string; at: number }
  | { kind: 'tools'; calls: ToolCall[]; at: number }
  | { kind: 'result'; toolCallId: string; name: string; result: string; at: number }

export type CallStatus = 'queued' | 'ringing' | 'in-progress' | 'forwarding' | 'ended'

export type CallRecord = {
  id: string
  type: 'inboundPhoneCall' | 'outboundPhoneCall'
  status: CallStatus
  assistantId: string | undefined
  phoneNumberId: string | undefined
  /** The practice's number. */
  ourNumber: string
  /** The other side's number; undefined when it is withheld. */
  customerNumber: string | undefined
  callSid: string
  createdAt: number
  updatedAt: number
  startedAt: number | undefined
  endedAt: number | undefined
  endedReason: string | undefined
  name: string | undefined
  /** The number it was put through to, once somebody asked for that. */
  forwardedTo?: string
  turns: Turn[]
  summary: string | undefined
  structuredData: Record<string, unknown> | undefined
  cost: number | undefined
}
