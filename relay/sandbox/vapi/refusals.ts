import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const ERRORS = { 400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found', 429: 'Too Many Requests' } as const

/** A refusal that a route turns into Vapi's error body. */
export class VapiRefusal extends Error {
  override readonly name = 'VapiRefusal'
  readonly status: keyof typeof ERRORS
  readonly problems: string | string[]
  constructor(status: keyof typeof ERRORS, problems: string | string[]) {
    super(String(problems))
    this.status = status
    this.problems = problems
  }
}

export function refusalAnswer(c: Context, refusal: VapiRefusal): Response {
  if (refusal.status === 429) c.header('Retry-After', '1')
  return c.json(
    { message: refusal.problems, error: ERRORS[refusal.status], statusCode: refusal.status },
    refusal.status satisfies ContentfulStatusCode,
  )
}
