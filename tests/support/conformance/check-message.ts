import type { PostedMessage } from '@dentalanswer/relay/sandbox/vapi/relay-post.ts'
import { objectOf } from './schema.ts'
import type { Validator } from './validator.ts'

const at = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const SERVER_MESSAGE = at('ServerMessage')

// `messageResponse`, which the description wraps around every answer, is not on the wire.
const ANSWERS: Record<string, unknown> = {
  'tool-calls': at('ServerMessageResponseToolCalls'),
  'assistant-request': at('ServerMessageResponseAssistantRequest'),
  'transfer-destination-request': at('ServerMessageResponseTransferDestinationRequest'),
}
/** Nobody reads the answer to these; an empty object is the safe one. */
const NO_ANSWER = { type: 'object', properties: {} }

/** What is wrong with one message to the relay and with the relay's answer. */
export function checkMessage(validator: Validator, { message, status, body }: PostedMessage): string[] {
  const type = String(objectOf(message).type)
  const answer = ANSWERS[type] ?? NO_ANSWER
  return [
    ...validator.check(SERVER_MESSAGE, { message }).map((problem) => `${type}: ${problem}`),
    ...(status === 200 ? [] : [`the answer to ${type} has status ${status}`]),
    ...validator.check(answer, body).map((problem) => `the answer to ${type}: ${problem}`),
  ]
}
