import { expect, test } from 'vitest'
import { listAll } from './list-all.ts'

const item = (id: number, createdAt: string) => ({ id: String(id), createdAt })

/** Answers as the voice service does: newest first, at most `limit`. */
const listOf = (all: { id: string; createdAt: string }[]) => async (query: { limit: number; createdAtLe?: string }) =>
  all
    .filter((one) => query.createdAtLe === undefined || one.createdAt <= query.createdAtLe)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, query.limit)

test('a list longer than a page is read to its end, with those of one instant on both sides of the cut', async () => {
  const all = [1, 2, 3, 3, 3, 4, 5].map((minute, id) => item(id, `2026-03-02T15:0${minute}:00.000Z`))
  for (const limit of [4, 5, 7, 100]) {
    const ids = (await listAll(listOf(all), limit)).map((one) => one.id)
    expect(ids.sort(), `with ${limit} a page`).toEqual(all.map((one) => one.id))
  }
  expect(await listAll(listOf([]), 3)).toEqual([])
})

test('more of one instant than a page holds does not go on for ever', async () => {
  const all = [1, 1, 1, 1, 1].map((minute, id) => item(id, `2026-03-02T15:0${minute}:00.000Z`))
  expect(await listAll(listOf(all), 2)).toHaveLength(2)
})

test('an answer that is no list was not heard', async () => {
  await expect(listAll(async () => ({ ok: false }) as never)).rejects.toThrow()
})
