import { isObject, listOf, objectOf, type Schema } from './schema.ts'

type Walk = {
  /** Follows references to what a branch really is. */
  resolve: (branch: unknown) => Schema
  /** Corrects what stands inside a branch. */
  correct: (branch: unknown) => Schema
}

/** A `oneOf` without a discriminator says only "fits none of these" when something is wrong. Where every branch names itself by one of
 *  its fields, that field chooses the branch, so that the problem of that branch is reported; else any fitting branch will do. */
export function chooseBranch(branches: unknown[], { resolve, correct }: Walk): Schema {
  const tag = tagOf(branches.map(resolve))
  if (tag === null) return { anyOf: branches.map(correct) }
  const byValue = new Map<unknown, unknown[]>()
  for (const branch of branches) {
    for (const value of namesOf(resolve(branch), tag)) byValue.set(value, [...(byValue.get(value) ?? []), branch])
  }
  return {
    type: 'object',
    required: [tag],
    properties: { [tag]: { enum: [...byValue.keys()] } },
    allOf: [...byValue].map(([value, fitting]) => ({
      if: { properties: { [tag]: { const: value } }, required: [tag] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { anyOf: fitting.map(correct) },
    })),
  }
}

function tagOf(branches: Schema[]): string | null {
  const [first] = branches
  if (!first || branches.length < 2) return null
  const names = Object.keys(objectOf(first.properties))
  const usable = names.filter((name) => branches.every((branch) => namesOf(branch, name).length > 0))
  // The tag that tells most branches apart; a shared one such as a role would choose nothing.
  const kinds = (name: string) => new Set(branches.flatMap((branch) => namesOf(branch, name))).size
  const [best] = usable.sort((one, other) => kinds(other) - kinds(one))
  return best !== undefined && kinds(best) > 1 ? best : null
}

function namesOf(branch: Schema, name: string): unknown[] {
  const property = objectOf(branch.properties)[name]
  if (!isObject(property) || property.nullable === true) return []
  return property.const === undefined ? listOf(property.enum) : [property.const]
}
