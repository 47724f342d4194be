import { z } from 'zod'

/** What goes wrong with a request: refused before anything happened, or accepted and then the answer is lost. */
export const RequestFault = z.enum([
  '429',
  '500',
  '503',
  'reset',
  'hang',
  'accept-then-hang',
  'accept-then-reset',
  'accept-then-bad-json',
  'accept-then-500',
])
export type RequestFault = z.infer<typeof RequestFault>

export type FaultPlan<Kind extends string> = { kind: Kind; times: number | 'all' }

/** Accepts `'500'`, `{ kind: '500', times: 2 }` or null; without `times` the fault stays until it is cleared. */
export const faultPlan = <Kind extends z.ZodType<string>>(kind: Kind) =>
  z.union([
    z.null(),
    kind.transform((only) => ({ kind: only, times: 'all' as const })),
    z.strictObject({ kind, times: z.union([z.number().int().positive(), z.literal('all')]).default('all') }),
  ])

type Plans = Record<string, FaultPlan<string> | null>

export type FaultBoard<P extends Plans> = {
  /** Changes the named faults and leaves the others; null or `clear` ends one. Throws a ZodError on unknown names. */
  set: (faults: { [Name in keyof P]?: FaultInput<P[Name]> }) => void
  get: () => P
  clear: () => void
  /** Uses up one planned fault, if there is one. */
  take: <Name extends keyof P>(name: Name) => NonNullable<P[Name]>['kind'] | undefined
  hold: Hold
  /** Lets every held request and callback go on. */
  release: () => void
}

type FaultInput<Plan> = Plan extends FaultPlan<infer Kind> ? Kind | { kind: Kind; times?: number | 'all' } | null : null

/** The faults of one stand-in, switchable while it runs. `schema` names each switch and what it may be set to. */
export function createFaultBoard<P extends Plans>(schema: z.ZodType<Partial<P>>, none: P): FaultBoard<P> {
  let plans: P = { ...none }
  const hold = createHold()
  return {
    set: (faults) => {
      plans = { ...plans, ...schema.parse(faults) }
    },
    get: () => ({ ...plans }),
    clear: () => {
      plans = { ...none }
    },
    take: (name) => {
      const plan = plans[name]
      if (!plan) return undefined
      const left = plan.times === 'all' ? plan : plan.times > 1 ? { ...plan, times: plan.times - 1 } : null
      plans = { ...plans, [name]: left }
      return plan.kind
    },
    hold,
    release: hold.release,
  }
}

type Release = 'released' | 'dropped'
export type Hold = {
  /** Waits for the release, or for `limitMs` when it is given. */
  wait: (limitMs?: number) => Promise<Release>
  release: () => void
  drop: () => void
  /** How many are waiting. */
  count: () => number
}

/** A gate that keeps whoever waits until it is released, or dropped because the stand-in stops. */
export function createHold(): Hold {
  const waiting = new Set<(how: Release) => void>()
  const open = (how: Release) => {
    for (const go of [...waiting]) go(how)
  }
  return {
    wait: (limitMs) =>
      new Promise((resolve) => {
        const timer = limitMs === undefined ? undefined : setTimeout(() => go('released'), limitMs).unref()
        const go = (how: Release) => {
          clearTimeout(timer)
          waiting.delete(go)
          resolve(how)
        }
        waiting.add(go)
      }),
    release: () => open('released'),
    drop: () => open('dropped'),
    count: () => waiting.size,
  }
}
