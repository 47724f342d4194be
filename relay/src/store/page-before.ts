/** Where a page begins that goes on from another: after the row created at `at` with `id`, newest first. */
export type PageStart = { at: string; id: string }

const AFTER_EVERYTHING = '9999-12-31T00:00:00.000Z'

/** What a desk sent, filled up: without an instant from the newest row on, without an id only rows of an earlier instant. */
export function pageStart(given: { before?: string | undefined; beforeId?: string | undefined } = {}): PageStart {
  return { at: given.before ?? AFTER_EVERYTHING, id: given.before === undefined ? '' : (given.beforeId ?? '') }
}
