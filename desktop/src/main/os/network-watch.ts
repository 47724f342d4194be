import { networkInterfaces } from 'node:os'

const EVERY_MS = 5_000

/** Calls `changed` when this machine's addresses change: another network, a cable, a VPN. Returns the way to stop. */
export function watchNetwork(changed: () => void, read: () => string = addresses): () => void {
  let known = read()
  const timer = setInterval(() => {
    const now = read()
    if (now === known) return
    known = now
    changed()
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function addresses(): string {
  const all = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).filter((one) => !one.internal).map((one) => `${name} ${one.address}`),
  )
  return all.sort().join('\n')
}
