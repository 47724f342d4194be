/** A form being filled in: `base` as it was when the first field was touched (or last agreed on), `typed` as it stands. */
export type Draft<T extends object> = { base: T; typed: T }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const fieldsOf = <T extends object>(form: T) => Object.keys(form) as (keyof T & string)[]

/** The fields a person changed. */
export function editedFields<T extends object>({ base, typed }: Draft<T>): (keyof T & string)[] {
  return fieldsOf(typed).filter((field) => !isSame(base[field], typed[field]))
}

/** The fields that were changed here and, meanwhile, elsewhere to something else. A person has to choose. */
export function clashingFields<T extends object>(draft: Draft<T>, now: T): (keyof T & string)[] {
  return editedFields(draft).filter((field) => !isSame(draft.base[field], now[field]) && !isSame(draft.typed[field], now[field]))
}

/** What the form shows: what was typed in the fields touched here, the present value in all others. */
export function overPresent<T extends object>(draft: Draft<T>, now: T): T {
  const typed = Object.fromEntries(editedFields(draft).map((field) => [field, draft.typed[field]]))
  return { ...now, ...typed }
}

/** The draft with one more change; a field that is typed back to what it was counts as untouched. */
export function typeInto<T extends object>(draft: Draft<T> | null, now: T, part: Partial<T>): Draft<T> {
  return draft ? { base: draft.base, typed: { ...draft.typed, ...part } } : { base: now, typed: { ...now, ...part } }
}

/** A clash decided: keep what was typed here, or take what is there now. Either way both sides are known, and it is none any more. */
export function settleField<T extends object>(draft: Draft<T>, now: T, field: keyof T & string, keep: 'mine' | 'theirs'): Draft<T> {
  const base = { ...draft.base, [field]: now[field] }
  return keep === 'mine' ? { base, typed: draft.typed } : { base, typed: { ...draft.typed, [field]: now[field] } }
}
