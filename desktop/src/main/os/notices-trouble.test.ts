import { describe, expect, test } from 'vitest'
import { alarm, applied, call, NOW } from '../../samples/notice-samples.ts'
import { cancels, openWorld } from './notice-world.ts'

describe('what goes wrong', () => {
  test('one notice that cannot be told does not silence the next emergency', async () => {
    const world = openWorld()
    const pushes = world.pushes.push
    world.pushes.push = () => {
      throw new Error('the page is gone')
    }
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    world.pushes.push = pushes
    expect(world.failures).toHaveLength(1)
    await world.notices.hear(applied({ changed: { alarms: [alarm({ id: 'al2' })] } }))
    expect(world.toasts).toHaveLength(1)
    expect(world.hasAlarm).toBe(true)
  })

  test('a notification with a name does not stay on a screen that is locked', async () => {
    const world = openWorld()
    await world.notices.hear(applied(cancels()))
    expect(world.toast?.title).toContain('Ana')
    world.notices.setLocked(true)
    expect(world.toast).toBeNull()
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    expect(JSON.stringify(world.toast)).not.toContain('Ana')
  })

  test('a call that never ended holds an update up for two hours at most', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ changed: { calls: [call()] } }))
    expect(world.notices.business().hasLiveCall).toBe(true)
    world.pass(3 * 60 * 60)
    expect(world.notices.business().hasLiveCall).toBe(false)
  })
})

test('of the emergencies of a weekend only those that still wait ring', async () => {
  const world = openWorld()
  const ids = ['al1', 'al2', 'al3']
  for (const id of ids) await world.notices.hear(applied({ changed: { alarms: [alarm({ id })] } }, true))
  for (const id of ids.slice(1)) {
    const acknowledged = { changed: { alarms: [alarm({ id, acknowledgedAt: NOW })] }, before: { alarms: [alarm({ id })] } }
    await world.notices.hear(applied(acknowledged, true))
  }
  world.work.alarms = [alarm({ id: 'al1' })]
  expect(world.toasts).toEqual([])
  world.pass(1)
  await world.notices.reread()
  expect(world.told().map((notice) => notice.key)).toEqual(['alarm:al1'])
  expect(world.toasts).toHaveLength(1)
})
