import { expect, test } from 'vitest'
import { madeSnapshot, NOW } from '../../samples/entities.ts'
import { cacheFolder } from './cache-folder.ts'

const cancel = (key: string) => ({ name: 'appointment.cancel' as const, input: { reason: key }, label: `Cancel ${key}`, key, at: NOW })

test('commands wait in the order made and survive a restart with their keys', () => {
  using folder = cacheFolder()
  const { queue } = folder.open().cache
  for (const key of ['a', 'b', 'c']) queue.add(cancel(key))
  queue.markSending(1)
  const again = folder.open().cache.queue
  expect(again.list().map((one) => one.state)).toEqual(['sending', 'waiting', 'waiting'])
  expect(again.wakeAll()).toBe(1)
  expect(again.next()).toMatchObject({ id: 1, key: 'a', input: { reason: 'a' }, label: 'Cancel a', createdAt: NOW, state: 'waiting' })
})

test('a settled command is gone, a refused one stays with its reason and is not sent again', () => {
  using folder = cacheFolder()
  const { queue } = folder.open().cache
  for (const key of ['a', 'b', 'c']) queue.add(cancel(key))
  queue.settle(1)
  queue.refuse(2, { code: 'ALREADY_CANCELLED', message: 'It is cancelled already.', details: { version: 3 } })
  queue.wakeAll()
  expect(queue.next()?.key).toBe('c')
  expect(queue.list()[0]).toMatchObject({ id: 2, state: 'refused', error: { code: 'ALREADY_CANCELLED', details: { version: 3 } } })
  expect(queue.drop(2)).toBe(true)
  expect(queue.drop(2)).toBe(false)
  expect(queue.count()).toBe(1)
})

test('the same key is one command, and the window never sees keys', () => {
  using folder = cacheFolder()
  const { queue } = folder.open().cache
  const first = queue.add(cancel('a'))
  expect(queue.add({ ...cancel('a'), label: 'Something else' })).toEqual(first)
  expect(queue.list()).toHaveLength(1)
  expect(queue.list()[0]).not.toHaveProperty('key')
})

test('an id is never used twice, so that a late answer cannot settle another command', () => {
  using folder = cacheFolder()
  const { queue } = folder.open().cache
  queue.add(cancel('a'))
  queue.settle(1)
  expect(queue.add(cancel('b')).id).toBe(2)
})

test('a snapshot leaves the queue alone', () => {
  using folder = cacheFolder()
  const { cache } = folder.open()
  cache.queue.add(cancel('a'))
  cache.replaceAll(madeSnapshot())
  expect(cache.queue.count()).toBe(1)
})
