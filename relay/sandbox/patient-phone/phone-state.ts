import type { TwilioStandIn } from '../twilio/stand-in.ts'
import type { TwilioMessage } from '../twilio/world.ts'
import type { Turn } from '../vapi/call-record.ts'
import type { CallSession } from '../vapi/call-session.ts'

/** What became of a text that the patient sent: the relay took it, refused it, or was not there. */
export type Heard = 'taken' | 'refused' | 'unreachable'

/** One text as the patient's phone shows it. */
export function textShape(message: TwilioMessage, heard: Heard | undefined) {
  return {
    sid: message.sid,
    isMine: message.direction === 'inbound',
    body: message.body,
    at: message.createdAt,
    isCarrier: message.carrierReply,
    status: message.status,
    errorCode: message.errorCode,
    pictures: message.media.length,
    heard: heard ?? null,
  }
}

/** The texts between one phone and the practice's numbers, oldest first. */
export const threadOf = (twilio: TwilioStandIn, phone: string): TwilioMessage[] =>
  twilio.messages().filter((message) => message.from === phone || message.to === phone)

/** The newest text of every phone, for the list of people. */
export function latestTexts(twilio: TwilioStandIn) {
  const latest = new Map<string, { phone: string; body: string; at: number; isMine: boolean }>()
  for (const message of twilio.messages()) {
    const isMine = message.direction === 'inbound'
    const phone = isMine ? (message.from ?? '') : message.to
    latest.set(phone, { phone, body: message.body, at: message.createdAt, isMine })
  }
  return [...latest.values()]
}

/** A call as the captions show it. */
export function callShape(session: CallSession) {
  const { record } = session
  return {
    id: session.id,
    isOver: record.status === 'ended',
    isHidden: record.customerNumber === undefined,
    startedAt: record.startedAt ?? record.createdAt,
    endedAt: record.endedAt ?? null,
    turns: session.turns().map(captionShape),
  }
}

/** What the caller said, without what the assistant itself always adds. */
const spokenArguments = (args: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !name.startsWith('_')))

function captionShape(turn: Turn) {
  switch (turn.kind) {
    case 'said':
      return { kind: 'said', role: turn.role, text: turn.text, at: turn.at }
    case 'tools':
      return { kind: 'tool', calls: turn.calls.map(({ name, args }) => ({ name, args: spokenArguments(args) })), at: turn.at }
    case 'result':
      return { kind: 'result', name: turn.name, text: turn.result, at: turn.at }
  }
}
