import type { MiddlewareHandler } from 'hono'
import { failAround } from '../wire/broken-answer.ts'
import { errorAnswer, TwilioRefusal } from './api-errors.ts'
import type { RequestFaultName, TwilioFaults } from './faults.ts'

/** Which faults a request may meet; the first one that is planned is used up. */
const NAMES: { method: RegExp; path: RegExp; names: RequestFaultName[] }[] = [
  { method: /GET/, path: /\/AvailablePhoneNumbers\//, names: ['searches', 'reads'] },
  { method: /GET/, path: /^/, names: ['reads'] },
  { method: /POST/, path: /\/Messages\.json$/, names: ['sends'] },
  { method: /POST/, path: /\/Calls\.json$/, names: ['calls'] },
  { method: /POST/, path: /\/IncomingPhoneNumbers\.json$/, names: ['purchases'] },
  { method: /POST/, path: /\/IncomingPhoneNumbers\/\w+\.json$/, names: ['configures'] },
  { method: /DELETE/, path: /\/IncomingPhoneNumbers\//, names: ['releases'] },
  { method: /^/, path: /\/v1\/(?:a2p|Tollfree)\/|\/Compliance\//, names: ['registrations'] },
  { method: /^/, path: /\/v1\/Services\/\w+\/PhoneNumbers/, names: ['memberships', 'services'] },
  { method: /^/, path: /\/v1\/Services/, names: ['services'] },
]

export function failRequests(faults: TwilioFaults): MiddlewareHandler {
  return async (c, next) => {
    const path = new URL(c.req.url).pathname
    const names = NAMES.find((one) => one.method.test(c.req.method) && one.path.test(path))?.names ?? []
    const name = names.find((one) => faults.get()[one] !== null)
    const fault = name && faults.take(name)
    if (!fault) return next()
    return failAround(c, fault, faults.hold, () => errorAnswer(c, new TwilioRefusal(20429)), next)
  }
}
