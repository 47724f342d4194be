/** A JSON schema, or any other object of an OpenAPI description. */
export type Schema = Record<string, unknown>

export function isObject(value: unknown): value is Schema {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** `value` as an object; an empty one when it is none. */
export const objectOf = (value: unknown): Schema => (isObject(value) ? value : {})

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
