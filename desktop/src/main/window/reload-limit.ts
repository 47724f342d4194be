const WINDOW_MS = 60_000
const MOST = 3

/** Says whether a page that died may be loaded again: three times a minute, so that a page that dies at once does not spin. */
export function limitReloads(nowMs: () => number): () => boolean {
  let recent: number[] = []
  return () => {
    const now = nowMs()
    recent = recent.filter((at) => now - at < WINDOW_MS)
    if (recent.length >= MOST) return false
    recent.push(now)
    return true
  }
}
