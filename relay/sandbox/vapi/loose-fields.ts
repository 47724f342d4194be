import { z } from 'zod'

export const anything = z.unknown()
export const anyObject = z.record(z.string(), z.unknown())
export const anyList = z.array(z.unknown())
/** A provider whose own fields are not checked here. */
export const unchecked = <const Names extends readonly [string, ...string[]]>(names: Names) => z.looseObject({ provider: z.enum(names) })
