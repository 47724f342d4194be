import { chooseBranch } from './choose-branch.ts'
import type { Departures } from './departures.ts'
import { isObject, listOf, objectOf, type Schema } from './schema.ts'

/** `root` is the name under which the description's components are found. */
export type Correction = { root: string; components: Schema; departures: Departures; isReply: boolean }

const DROPPED = ['discriminator', 'example', 'examples', 'title', 'description', 'deprecated', 'default', 'nullable', 'oneOf', 'anyOf']

/** Turns a schema of an OpenAPI 3.0 description into JSON Schema that a validator understands, and closes it: a field that the description
 *  does not name is a mistake, unless `departures` allows it. `place` is the schema's name in the description. */
export function correctSchema(given: unknown, place: string, how: Correction): Schema {
  if (!isObject(given)) return {}
  const kept = Object.fromEntries(Object.entries(given).filter(([key]) => !DROPPED.includes(key) && !key.startsWith('x-')))
  const correct = (child: unknown) => correctSchema(child, place, how)
  const choices = listOf(given.oneOf ?? given.anyOf)
  const schema = {
    ...correctKeywords(kept, place, how),
    ...(Array.isArray(kept.allOf) && { allOf: kept.allOf.map(correct) }),
    ...(isObject(kept.properties) && closedObject(kept, place, how)),
    ...(isObject(kept.additionalProperties) && { additionalProperties: correct(kept.additionalProperties) }),
    ...(choices.length > 0 && chooseBranch(choices, { correct, resolve: (branch) => resolve(branch, how.components) })),
  }
  const mayBeEmpty = how.departures.emptyTexts?.includes(place) ?? false
  const allowed = given.nullable === true ? orNull(schema) : schema
  return mayBeEmpty ? { anyOf: [{ const: '' }, allowed] } : allowed
}

function orNull(schema: Schema): Schema {
  const isPlain = typeof schema.type === 'string' && schema.allOf === undefined
  if (!isPlain) return { anyOf: [{ type: 'null' }, schema] }
  return { ...schema, type: [schema.type, 'null'], ...(Array.isArray(schema.enum) && { enum: [...schema.enum, null] }) }
}

function correctKeywords(schema: Schema, place: string, how: Correction): Schema {
  const { pattern, enum: values, $ref, format, items, ...rest } = schema
  const type = how.departures.otherTypes?.[place] ?? typeOf(rest.type, listOf(values))
  const isList = type === 'array'
  const allowed = listOf(values).length > 0 ? { enum: values } : {}
  return {
    ...rest,
    ...(type !== undefined && { type }),
    ...(typeof $ref === 'string' && { $ref: how.root + $ref }),
    ...(typeof pattern === 'string' && { pattern: plainPattern(pattern) }),
    ...(typeof format === 'string' && { format: format === 'uri' && how.departures.hasRelativeUris ? 'uri-reference' : format }),
    // An enum that stands on a list means its items, and an empty one means nothing.
    ...(isList ? { items: { ...correctSchema(items, `${place}[]`, how), ...allowed } } : allowed),
  }
}

// Some enums of texts are said to be objects.
const typeOf = (type: unknown, values: unknown[]) => (type === 'object' && typeof values[0] === 'string' ? 'string' : type)

/** `/^a$/u`, as a script would write it, is `^a$` in a schema. */
export function plainPattern(pattern: string): string {
  return /^\/(.*)\/[a-z]*$/s.exec(pattern)?.[1] ?? pattern
}

function resolve(schema: unknown, components: Schema): Schema {
  const { $ref, allOf } = objectOf(schema)
  if (typeof $ref === 'string') return resolve(objectOf(components.schemas)[$ref.split('/').at(-1) ?? ''], components)
  const [only, ...more] = listOf(allOf)
  return only !== undefined && more.length === 0 ? resolve(only, components) : objectOf(schema)
}

function closedObject(schema: Schema, place: string, { departures, ...rest }: Correction): Schema {
  const named = Object.entries(objectOf(schema.properties))
  const properties = named.map(([name, child]) => [name, correctSchema(child, `${place}.${name}`, { departures, ...rest })])
  const extra = (departures.extraFields?.[place] ?? []).map((name) => [name, {}])
  const isWhole = rest.isReply && departures.sendsEveryField && !departures.partial?.includes(place)
  return {
    properties: Object.fromEntries([...properties, ...extra]),
    ...(isWhole && { required: named.map(([name]) => name) }),
    ...(schema.additionalProperties === undefined && { additionalProperties: false }),
  }
}
