const BASE_MS = 1_000
const CAP_MS = 30_000
const HEALTHY_MS = 60_000

/** How long to wait before the next try: full jitter, so that a thousand desks do not come back at once. */
export class Backoff {
  private readonly random: () => number
  private tries = 0

  constructor(random: () => number) {
    this.random = random
  }

  nextMs(): number {
    const most = Math.min(CAP_MS, BASE_MS * 2 ** this.tries++)
    return Math.round(this.random() * most)
  }

  /** After a connection that lasted this long. */
  lasted(ms: number): void {
    if (ms >= HEALTHY_MS) this.tries = 0
  }

  reset(): void {
    this.tries = 0
  }
}
