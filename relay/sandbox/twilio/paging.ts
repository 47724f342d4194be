import type { Context } from 'hono'
import { type FormValues, oneValue } from '../wire/form.ts'

export const PAGE_PARAMS = ['PageSize', 'Page', 'PageToken'] as const

type Cut<Item> = { items: Item[]; page: number; pageSize: number; start: number; lastSid: string | undefined; more: boolean }

/** One page of a list. The token names the last item already seen, so that newer items do not shift the pages. */
function cutPage<Item extends { sid: string }>(all: Item[], query: FormValues): Cut<Item> {
  const pageSize = Math.min(Math.max(Number(oneValue(query, 'PageSize') ?? 50) || 50, 1), 1000)
  const page = Math.max(Number(oneValue(query, 'Page') ?? 0) || 0, 0)
  const seen = oneValue(query, 'PageToken')?.slice(2)
  const start = seen === undefined ? page * pageSize : all.findIndex((item) => item.sid === seen) + 1
  const items = all.slice(start, start + pageSize)
  return { items, page, pageSize, start, lastSid: items.at(-1)?.sid, more: start + pageSize < all.length }
}

function addressOf(path: string, query: FormValues, cut: { page: number; pageSize: number; token?: string | undefined }): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (!PAGE_PARAMS.some((name) => name === key)) params.append(key, String(value))
  }
  params.append('PageSize', String(cut.pageSize))
  params.append('Page', String(cut.page))
  if (cut.token !== undefined) params.append('PageToken', `PA${cut.token}`)
  return `${path}?${params}`
}

/** A page of the 2010-04-01 API, whose addresses are relative. */
export function listAnswer<Item extends { sid: string }>(
  c: Context,
  key: string,
  query: FormValues,
  all: Item[],
  shape: (item: Item) => unknown,
) {
  const path = new URL(c.req.url).pathname.replace(/^.*?\/api\.twilio\.com/, '')
  const cut = cutPage(all, query)
  const at = (page: number, token?: string) => addressOf(path, query, { page, pageSize: cut.pageSize, token })
  return c.json({
    end: Math.max(cut.start + cut.items.length - 1, 0),
    first_page_uri: at(0),
    next_page_uri: cut.more ? at(cut.page + 1, cut.lastSid) : null,
    page: cut.page,
    page_size: cut.pageSize,
    previous_page_uri: cut.page > 0 ? at(cut.page - 1) : null,
    [key]: cut.items.map(shape),
    start: cut.start,
    uri: at(cut.page),
  })
}

/** A page of the newer APIs, whose addresses are absolute and stand under `meta`. */
export function metaListAnswer<Item extends { sid: string }>(
  c: Context,
  key: string,
  query: FormValues,
  all: Item[],
  shape: (item: Item) => unknown,
) {
  const path = new URL(c.req.url).pathname.replace(/^.*?\/messaging\.twilio\.com/, 'https://messaging.twilio.com')
  const cut = cutPage(all, query)
  const at = (page: number, token?: string) => addressOf(path, query, { page, pageSize: cut.pageSize, token })
  return c.json({
    meta: {
      page: cut.page,
      page_size: cut.pageSize,
      first_page_url: at(0),
      previous_page_url: cut.page > 0 ? at(cut.page - 1) : null,
      next_page_url: cut.more ? at(cut.page + 1, cut.lastSid) : null,
      key,
      url: at(cut.page),
    },
    [key]: cut.items.map(shape),
  })
}
