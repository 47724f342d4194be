import type { Context } from 'hono'
import { type FormValues, readForm } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'

/** The form of a request. A name that the API does not know is refused, so that a typing error in a client is noticed. */
export async function strictForm(c: Context, known: readonly string[]): Promise<FormValues> {
  return refuseUnknown(readForm(await c.req.text()), known)
}

/** The same for the query of a GET. */
export function strictQuery(c: Context, known: readonly string[]): FormValues {
  return refuseUnknown(readForm(new URL(c.req.url).search.slice(1)), known)
}

function refuseUnknown(form: FormValues, known: readonly string[]): FormValues {
  const unknown = Object.keys(form).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new TwilioRefusal(20001, unknown)
  return form
}
