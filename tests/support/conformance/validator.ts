import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { correctSchema } from './correct-schema.ts'
import type { Departures } from './departures.ts'
import { objectOf, type Schema } from './schema.ts'

/** Checks values against schemas of one description; each answers with what is wrong, in words, or with an empty list. */
export type Validator = {
  /** `place` is the schema's name where it stands in an operation instead of among the components. */
  check: (schema: unknown, value: unknown, place?: string) => string[]
}

const FORMATS: Record<string, RegExp | true> = {
  'date-time-rfc-2822':
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0000$/,
  // A search result's `friendly_name` is a phone number too, the way it is read out.
  'phone-number': /^(\+[1-9]\d{6,14}|\(\d{3}\) \d{3}-\d{4})$/,
  'iso-country-code': /^[A-Z]{2}$/,
  currency: /^[A-Z]{3}$/,
  'http-method': /^(GET|POST|HEAD|PUT|PATCH|DELETE)$/,
  endpoint: true,
  twiml: true,
  'uri-map': true,
  'phone-number-capabilities': true,
}

/** `isReply` applies what is known of replies only. */
export function createValidator(document: Schema, departures: Departures, isReply: boolean): Validator {
  const components = objectOf(document.components)
  const how = { root: 'description', components, departures, isReply }
  const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false })
  addFormats.default(ajv)
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format)
  const named = Object.entries(objectOf(components.schemas)).map(([name, schema]) => [name, correctSchema(schema, name, how)])
  ajv.addSchema({ components: { schemas: Object.fromEntries(named) } }, 'description')
  const known = new Map<unknown, ValidateFunction>()
  return {
    check(schema, value, place = '') {
      const validate = known.get(schema) ?? ajv.compile(correctSchema(schema, place, how))
      known.set(schema, validate)
      return validate(value) ? [] : problemsOf(validate.errors ?? [], value)
    },
  }
}

const SUMMARIES = ['anyOf', 'if']

function problemsOf(errors: ErrorObject[], value: unknown): string[] {
  const telling = errors.filter((error) => !SUMMARIES.includes(error.keyword))
  return [...new Set((telling.length > 0 ? telling : errors).map((error) => inWords(error, value)))]
}

function inWords({ instancePath, keyword, message, params }: ErrorObject, value: unknown): string {
  const at = instancePath === '' ? 'it' : instancePath
  if (keyword === 'additionalProperties') return `${at} has an unknown field ${params.additionalProperty}`
  if (keyword === 'required') return `${at} lacks ${params.missingProperty}`
  return `${at} ${message ?? keyword}: ${JSON.stringify(valueAt(value, instancePath))?.slice(0, 80)}`
}

const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inside, key) => (inside as Schema | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], value)
