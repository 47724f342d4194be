import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cache } from './cache.ts'
import { openCache } from './open-cache.ts'

export const KEY = new Uint8Array(32).fill(7)

/** A cache in a folder of its own, for tests; `using` closes and deletes it. */
export function cacheFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'desk-cache-'))
  const file = join(folder, 'cache.db')
  let open: Cache | null = null
  const close = () => {
    open?.close()
    open = null
  }
  return {
    file,
    /** Opens it, after closing what was open. */
    open(key = KEY) {
      close()
      const opened = openCache({ file, key })
      open = opened.cache
      return opened
    },
    close,
    [Symbol.dispose]() {
      close()
      rmSync(folder, { recursive: true })
    },
  }
}
