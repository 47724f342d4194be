import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

export const TEXT_LIMIT = 256 * 1024
export const REPORT_LIMIT = 4 * 1024 * 1024

/** Refuses a larger body with `TOO_LARGE`, counting what arrives rather than trusting its announced length. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new DeskError('TOO_LARGE', `The request is larger than ${Math.floor(maxSize / 1024)} kB.`)
    },
  })
  return async (c, next) => {
    let isRead = false
    const onward = () => {
      isRead = true
      return next()
    }
    try {
      return await limit(c, onward)
    } catch (cause) {
      if (isRead || cause instanceof DeskError) throw cause
      throw cutOff(cause)
    }
  }
}

const cutOff = (cause: unknown) => new DeskError('BAD_INPUT', 'The request was cut off.', { cause })

/** The raw body as text; a body that was cut off is `BAD_INPUT`. */
export async function readText(c: Context): Promise<string> {
  try {
    return await c.req.text()
  } catch (cause) {
    if (cause instanceof DeskError) throw cause
    throw cutOff(cause)
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new DeskError('BAD_INPUT', 'The request is not JSON.', { cause })
  }
}
