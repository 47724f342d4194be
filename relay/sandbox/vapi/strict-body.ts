import type { Context } from 'hono'
import type { z } from 'zod'
import { VapiRefusal } from './refusals.ts'

/** The JSON body of a request, refused in Vapi's words when it has an unknown field or a wrong type. */
export async function strictBody<Body>(c: Context, schema: z.ZodType<Body>): Promise<Body> {
  const parsed = schema.safeParse(parseJson(await c.req.text()))
  if (parsed.success) return parsed.data
  throw new VapiRefusal(400, parsed.error.issues.flatMap(problemsOf))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new VapiRefusal(400, 'Unexpected token in JSON')
  }
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String)
  const at = path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${path.length > 0 ? `${at}.` : ''}property ${key} should not exist`)
    case 'invalid_type':
      return [`${at} must be a ${issue.expected}`]
    case 'too_big':
      return [
        issue.origin === 'string'
          ? `${at} must be shorter than or equal to ${issue.maximum} characters`
          : `${at} must not be greater than ${issue.maximum}`,
      ]
    case 'too_small':
      return [`${at} must not be less than ${issue.minimum}`]
    case 'invalid_value':
      return [`${at} must be one of the following values: ${issue.values.join(', ')}`]
    default:
      return [`${at} is not valid`]
  }
}
