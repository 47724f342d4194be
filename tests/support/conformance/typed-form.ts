import { listOf, objectOf, type Schema } from './schema.ts'

type FormValue = string | string[]

/** A decoded form with its texts read as the types that `schema` names; what does not read stays text, and so does not fit. */
export function typedForm(schema: Schema | null, form: Record<string, FormValue>): Schema {
  const properties = objectOf(schema?.properties)
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, typedValue(objectOf(properties[name]), value)]))
}

export function typedValue(schema: Schema, value: FormValue): unknown {
  if (schema.type === 'array') return listOf(Array.isArray(value) ? value : [value]).map((one) => typedText(objectOf(schema.items), one))
  return Array.isArray(value) ? value : typedText(schema, value)
}

function typedText({ type }: Schema, text: unknown): unknown {
  if ((type === 'number' || type === 'integer') && typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
