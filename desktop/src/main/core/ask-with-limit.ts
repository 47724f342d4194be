import type { Timers } from '../relay/timers.ts'

/** What the relay answers within `ms`, or null: somebody is looking at the screen and the cache has most of it. The rejection of a late
 *  answer is nobody's. Refusals are null too, but for those `isFinal` names. */
export async function askWithLimit<T>(
  ask: Promise<T>,
  { timers, ms, isFinal }: { timers: Timers; ms: number; isFinal: (error: unknown) => boolean },
): Promise<T | null> {
  let timer: unknown
  const late = new Promise<null>((resolve) => {
    timer = timers.setTimeout(() => resolve(null), ms)
  })
  const asked = ask.catch((error: unknown) => {
    if (isFinal(error)) throw error
    return null
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    timers.clearTimeout(timer)
    asked.catch(() => null)
  }
}
