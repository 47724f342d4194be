export type FormValues = Record<string, string | string[]>

/** Decodes a form or query string; a repeated key becomes a list. Nothing is trimmed. */
export function readForm(text: string): FormValues {
  const form: FormValues = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const earlier = form[key]
    form[key] = earlier === undefined ? value : Array.isArray(earlier) ? [...earlier, value] : [earlier, value]
  }
  return form
}

/** Encodes as a browser form would; lists repeat their key. */
export function writeForm(form: FormValues): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) params.append(key, one)
  }
  return params.toString()
}

/** The single value of a key; the last one when it is repeated. */
export function oneValue(form: FormValues, key: string): string | undefined {
  const value = form[key]
  return Array.isArray(value) ? value.at(-1) : value
}

/** Every value of a key. */
export function allValues(form: FormValues, key: string): string[] {
  const value = form[key]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
