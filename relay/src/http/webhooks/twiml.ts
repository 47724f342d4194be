import type { Context } from 'hono'

const XML = { 'content-type': 'text/xml; charset=utf-8' }

/** Anything but XML would be an error at Twilio, and plain text would be sent to the patient. */
export function emptyReply(c: Context): Response {
  return c.body('<?xml version="1.0" encoding="UTF-8"?><Response/>', 200, XML)
}

export function twiml(c: Context, xml: string): Response {
  return c.body(xml, 200, XML)
}
