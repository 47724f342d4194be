import type { z } from 'zod'

export type Problems = Record<string, string>
type Checked<T> = { value: T; problems: null } | { value: null; problems: Problems }

/** Checks a form with a schema of the contract. What is wrong comes back in plain words, by the name of the field it is about: "Needed",
 *  "At most 80 characters". */
export function checkForm<S extends z.ZodType>(schema: S, form: z.input<S> | Record<string, unknown>): Checked<z.output<S>> {
  const parsed = schema.safeParse(form)
  return parsed.success ? { value: parsed.data, problems: null } : { value: null, problems: problemsOf(parsed.error.issues) }
}

/** The first problem of each field. */
export function problemsOf(issues: z.core.$ZodIssue[]): Problems {
  const problems: Problems = {}
  for (const issue of issues) problems[String(issue.path[0] ?? 'form')] ??= wordsOf(issue)
  return problems
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? 'Needed' : `At least ${issue.minimum} characters`
      return `At least ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `At most ${issue.maximum} characters`
      return `At most ${issue.maximum}${issue.origin === 'array' ? ' of them' : ''}`
    case 'invalid_type':
      return issue.expected === 'int' || issue.expected === 'number' ? 'A whole number, please' : 'Needed'
    case 'custom':
      return capital(issue.message)
    default:
      return 'This cannot be used here'
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "15" as 15; null when nothing is there; NaN for anything that is not a whole number, which a schema refuses. */
export function readWhole(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^-?\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
}
