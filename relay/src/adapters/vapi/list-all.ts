import { Unreadable } from '../ask-vendor.ts'

type Listed = { id: string; createdAt: string }
const MOST = 1_000

/** Every item of a list that is newest first and has no pages: asked for again from the oldest seen, that one included, because several
 *  may be of the same instant. */
export async function listAll<Item extends Listed>(
  list: (query: { limit: number; createdAtLe?: string }) => Promise<Item[]>,
  limit = MOST,
): Promise<Item[]> {
  const found = new Map<string, Item>()
  let oldest: string | undefined
  while (true) {
    const page = await list({ limit, ...(oldest !== undefined && { createdAtLe: oldest }) })
    if (!Array.isArray(page)) throw new Unreadable()
    const before = found.size
    for (const item of page) found.set(item.id, item)
    if (page.length < limit || found.size === before) return [...found.values()]
    oldest = page.map((item) => item.createdAt).reduce((a, b) => (a < b ? a : b))
  }
}
