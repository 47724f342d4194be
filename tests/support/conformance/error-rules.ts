import type { ErrorRule } from './check-exchange.ts'
import { createValidator } from './validator.ts'

const { check } = createValidator({}, {}, false)

const twilioError = {
  type: 'object',
  required: ['code', 'message', 'more_info', 'status'],
  properties: {
    code: { type: 'integer', minimum: 10_000, maximum: 99_999 },
    message: { type: 'string', minLength: 1 },
    more_info: { type: 'string', pattern: '^https://www\\.twilio\\.com/docs/errors/\\d{5}$' },
    status: { type: 'integer' },
  },
}

const vapiError = {
  type: 'object',
  required: ['message', 'error', 'statusCode'],
  properties: {
    message: {
      oneOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      ],
    },
    error: { type: 'string', minLength: 1 },
    statusCode: { type: 'integer' },
  },
}

/** Source: twilio.com/docs/usage/twilios-response (exceptions). */
export const twilioErrorRule: ErrorRule = (status, body) => [...check(twilioError, body), ...sameStatus(body, 'status', status)]

/** Source: the client's own error types, and refusals seen in its tests. */
export const vapiErrorRule: ErrorRule = (status, body) => [...check(vapiError, body), ...sameStatus(body, 'statusCode', status)]

function sameStatus(body: unknown, name: string, status: number): string[] {
  const said = (body as Record<string, unknown> | null)?.[name]
  return said === status ? [] : [`it says ${name} ${said} with status ${status}`]
}
