/** `realistic` waits as the vendor would, `none` goes on at once, `manual` goes on only when told to. */
export type Delays = 'realistic' | 'none' | 'manual'

/** A point between two bounds, as the vendor's own speed varies. */
export const between = (random: () => number, fromMs: number, toMs: number): number => Math.round(fromMs + random() * (toMs - fromMs))

/** Waits without keeping the process alive. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })

/** Lets the answer that is being written go out first. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
