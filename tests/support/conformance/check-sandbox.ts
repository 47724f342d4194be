import type { Sandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import type { RecordedRequest } from '@dentalanswer/relay/sandbox/wire/request-log.ts'
import { checkExchange, type ErrorRule, findOperation } from './check-exchange.ts'
import { checkMessage } from './check-message.ts'
import type { Descriptions } from './description.ts'
import { twilioErrorRule, vapiErrorRule } from './error-rules.ts'
import { objectOf } from './schema.ts'

type Watched = Pick<Sandbox, 'twilio' | 'vapi'>

export type Conformance = {
  problems: string[]
  /** What was checked, each once: `POST /call 201` for an exchange (without the account in the path), the type of a message. */
  checked: string[]
}

/** Checks every request that a sandbox recorded, every reply that it gave, every message that it posted and every answer to one. With
 *  `wrongOnPurpose`, a request that was refused with 400 may be wrong; its reply is checked. */
export function checkSandbox(descriptions: Descriptions, { twilio, vapi }: Watched, how: { wrongOnPurpose?: boolean } = {}): Conformance {
  const problems: string[] = []
  const checked = new Set<string>()
  for (const exchange of [...twilio.requests().map(twilioExchange), ...vapi.requests().map(vapiExchange)]) {
    const { request, path, service, errorRule } = exchange
    // The reply in place of which a fault stands is not the stand-in's; the request is still the relay's.
    const seen = request.isBroken ? { ...request, status: null } : request
    const operation = findOperation(descriptions[service], request.method, path)?.operation.path ?? path
    if (isUndescribed(path)) continue
    const label = `${request.method} ${operation.replace(ACCOUNT, '')} ${seen.status ?? 'unanswered'}`
    checked.add(label)
    const found = checkExchange(descriptions[service], seen, path, errorRule)
    const counted = how.wrongOnPurpose && seen.status === 400 ? found.filter((problem) => problem.startsWith('reply')) : found
    problems.push(...counted.map((problem) => `${label}: ${problem}`))
  }
  for (const posted of vapi.posted()) {
    checked.add(String(objectOf(posted.message).type))
    problems.push(...checkMessage(descriptions.vapiMessages, posted))
  }
  return { problems: [...new Set(problems)], checked: [...checked].sort() }
}

const ACCOUNT = '/2010-04-01/Accounts/{AccountSid}'

type Placed = { request: RecordedRequest; path: string; service: keyof Omit<Descriptions, 'vapiMessages'>; errorRule: ErrorRule }

function twilioExchange(request: RecordedRequest): Placed {
  const [, host, path] = /^.*?\/((?:api|messaging)\.twilio\.com)(\/.*)$/.exec(request.path) ?? []
  return {
    request,
    path: path ?? request.path,
    service: host?.startsWith('messaging') ? 'messaging' : 'twilio',
    errorRule: twilioErrorRule,
  }
}

const vapiExchange = (request: RecordedRequest): Placed => ({ request, path: request.path, service: 'vapi', errorRule: vapiErrorRule })

// Recordings are described on a page of their own, not in the description.
const isUndescribed = (path: string) => /^\/call\/[^/]+\/\w+-recording$/.test(path)
