import { createHash } from 'node:crypto'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AssistantSpec } from '../../ports/assistant-host.ts'
import { assistantBody } from './assistant-body.ts'

/** Which fields of an assistant are compared: `true` stands for whatever is there. */
type Shape = true | { [name: string]: Shape } | Shape[]

// Free maps, where every name is the practice's or the tool's own.
const WHOLE = new Set(['metadata', 'parameters', 'schema'])
// Secrets may be shown, hidden or left out.
const NEVER = new Set(['headers'])

/** A digest of all that we set in an assistant, of ours and of one read back. What the voice service adds on its own is not looked at. */
export function fingerprint(assistant: object): string {
  return createHash('sha256')
    .update(canonical(ours(assistant, SHAPE)))
    .digest('base64url')
}

/** A digest of everything, secrets too. */
export const stamp = (assistant: object): string => createHash('sha256').update(canonical(assistant)).digest('base64url')

function ours(value: unknown, shape: Shape | undefined): unknown {
  if (shape === undefined) return undefined
  if (Array.isArray(value)) return Array.isArray(shape) ? value.map((item) => ours(item, shape[0])) : shape === true ? value : undefined
  if (!isObject(value) || shape === true || Array.isArray(shape)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ours(inner, shape[name])]))
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).filter((name) => !isEmpty(value[name]))
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join()}}`
}

/** What is empty may be left out of what is read back. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return [value.map(shapeOf).reduce(merged, {})]
  if (!isObject(value)) return true
  const names = Object.keys(value).filter((name) => !NEVER.has(name))
  return Object.fromEntries(names.map((name) => [name, WHOLE.has(name) ? true : shapeOf(value[name])]))
}

function merged(a: Shape, b: Shape): Shape {
  if (a === true || b === true) return true
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) ? [merged(a[0] ?? {}, b[0] ?? {})] : true
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(names.map((name) => [name, merged(a[name] ?? {}, b[name] ?? {})]))
}

/** With everything in it that an assistant of ours may have. */
const FULLEST: AssistantSpec = {
  firstMessage: '-',
  prompt: '-',
  languages: ['en'],
  voice: 'warm',
  keyterms: ['-'],
  tools: [{ name: '-', path: '/', description: '-', parameters: {}, startLine: '-' }],
  transfer: { number: '+12125550100' as PhoneNumber, description: '-', words: '-' },
  failureWords: '-',
  desk: '+12125550100' as PhoneNumber,
  recordCalls: true,
  maxSeconds: 600,
  summaryPrompt: '-',
  timeZone: 'UTC' as TimeZone,
}
const OF = { tag: '-', practiceId: '-', phoneNumberId: '-' }
const shapeIn = (languages: AssistantSpec['languages']) =>
  shapeOf(assistantBody({ ...FULLEST, languages }, OF, { apiUrl: '', webhookSecret: '', credentialId: '-' }))
const SHAPE = merged(shapeIn(['en']), shapeIn(['en', 'es']))
