import { describe, expect, test } from 'vitest'
import { alarm, applied, appointment, call, NOW, optOut } from '../../samples/notice-samples.ts'
import { cancels, openWorld } from './notice-world.ts'

describe('emergencies', () => {
  test('repeat every 30 seconds, also while somebody looks at the window', async () => {
    const world = openWorld()
    world.isFocused = true
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    expect(world.toasts).toHaveLength(1)
    world.pass(95)
    expect(world.toasts).toHaveLength(4)
    expect(world.toasts.every((toast) => toast.isUrgent && !toast.isSilent)).toBe(true)
    expect(world.told().every((notice) => notice.key === 'alarm:al1')).toBe(true)
    expect(world.hasAlarm).toBe(true)
  })

  test('end when a person at any desk acknowledges', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    await world.notices.hear(applied({ by: 'desk', changed: { alarms: [alarm({ acknowledgedAt: NOW })] }, before: { alarms: [alarm()] } }))
    world.pass(300)
    expect(world.toasts).toHaveLength(1)
    expect(world.toast).toBeNull()
    expect(world.pushes.at(-1)).toEqual({ kind: 'noticeGone', key: 'alarm:al1' })
    expect(world.hasAlarm).toBe(false)
  })

  test('are told while notifications are paused, staff speak or the desk was away', async () => {
    const world = openWorld()
    world.notices.pause(60_000, () => {})
    await world.notices.hear(applied({ changed: { calls: [call({ takenOverBy: 'Mia' })] } }))
    world.work.alarms = [alarm()]
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }, true))
    world.pass(1)
    await world.notices.reread()
    expect(world.toasts).toHaveLength(1)
  })

  test('that still wait ring again after a start, and no longer when they are gone', async () => {
    const world = openWorld()
    world.work.alarms = [alarm(), alarm({ id: 'al2', acknowledgedAt: NOW })]
    await world.notices.reread()
    expect(world.toasts.map((toast) => toast.title)).toEqual(['Emergency: Ana Garcia'])
    world.work.alarms = []
    await world.notices.reread()
    world.pass(120)
    expect(world.toasts).toHaveLength(1)
  })

  test('two at once are one notification', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    await world.notices.hear(applied({ changed: { alarms: [alarm({ id: 'al2' })] } }))
    expect(world.toast?.title).toBe('2 emergencies')
    world.pass(30)
    expect(world.toasts).toHaveLength(3)
  })

  test('keep other notifications off the screen', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    await world.notices.hear(applied(cancels()))
    expect(world.toast?.title).toBe('Emergency: Ana Garcia')
    expect(world.told().at(-1)?.title).toBe('Ana Garcia cancelled today 2:30 PM')
  })
})

describe('cancellations', () => {
  test('show once, and a click leads to them', async () => {
    const world = openWorld()
    await world.notices.hear(applied(cancels()))
    world.pass(600)
    expect(world.toasts).toEqual([
      { title: 'Ana Garcia cancelled today 2:30 PM', body: 'By text. The time is open again.', isUrgent: false, isSilent: false },
    ])
    world.click()
    expect(world.opened).toEqual([{ place: 'now', id: 'ch1' }])
    expect(world.told()[0]).toMatchObject({ level: 'high', changeId: 'ch1' })
  })

  test('stay in the window while somebody looks at it', async () => {
    const world = openWorld()
    world.isFocused = true
    await world.notices.hear(applied(cancels()))
    expect(world.toasts).toEqual([])
    expect(world.told()).toHaveLength(1)
  })

  test('of one household within a minute are one notice', async () => {
    const world = openWorld()
    const message = { patientNumber: '+12125550142' } as never
    for (const id of ['a1', 'a2']) {
      const { changed, before } = cancels(id)
      await world.notices.hear(applied({ changed: { ...changed, messages: [message] }, before }))
    }
    const keys = new Set(world.told().map((notice) => notice.key))
    expect(keys.size).toBe(1)
    expect(world.toasts.map((toast) => toast.isSilent)).toEqual([false, true])
    expect(world.toast?.body).toBe('2 cancellations.')
  })

  test('wait until the call that staff took over has ended, then come as one', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ by: 'desk', changed: { calls: [call({ takenOverBy: 'Mia' })] }, before: { calls: [call()] } }))
    await world.notices.hear(applied(cancels()))
    await world.notices.hear(applied(cancels('a2', 'bo')))
    expect(world.toasts).toEqual([])
    await world.notices.hear(
      applied({ by: 'system', changed: { calls: [call({ takenOverBy: 'Mia', status: 'ended' })] }, before: { calls: [call()] } }),
    )
    expect(world.toasts.map((toast) => toast.body)).toEqual(['2 cancellations.'])
  })

  test('do not wait while only the assistant speaks', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ by: 'system', changed: { calls: [call()] } }))
    await world.notices.hear(applied(cancels()))
    expect(world.toasts).toHaveLength(1)
  })

  test('missed while away come as one digest', async () => {
    const world = openWorld()
    for (const one of [cancels(), cancels('a2', 'bo')]) await world.notices.hear(applied(one, true))
    expect(world.toasts).toEqual([])
    world.pass(1)
    expect(world.toasts.map((toast) => toast.title)).toEqual(['While you were away'])
  })

  test('that somebody does not want to see stay in the window', async () => {
    const world = openWorld({ notifyCancellations: false })
    await world.notices.hear(applied(cancels()))
    expect(world.toasts).toEqual([])
    expect(world.told()).toHaveLength(1)
  })

  test('held by a pause come when it ends', async () => {
    const world = openWorld()
    let isOver = false
    world.notices.pause(30 * 60_000, () => {
      isOver = true
    })
    await world.notices.hear(applied(cancels()))
    world.pass(29 * 60)
    expect(world.toasts).toEqual([])
    world.pass(60)
    expect([isOver, world.toasts.length]).toEqual([true, 1])
  })
})

describe('privacy', () => {
  test.each([
    ['counter mode', { counterMode: true }, false],
    ['names off', { namesInNotifications: false }, false],
    ['a locked screen', {}, true],
  ])('with %s the system shows no name and no reason', async (_name, preferences, isLocked) => {
    const world = openWorld(preferences)
    world.notices.setLocked(isLocked)
    await world.notices.hear(applied(cancels()))
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    expect(world.toasts.map((toast) => toast.title)).toEqual(['A visit was cancelled', 'Emergency'])
    expect(JSON.stringify(world.toasts)).not.toMatch(/Ana|swollen/)
  })

  test('counter mode holds inside the window too', async () => {
    const world = openWorld({ counterMode: true })
    await world.notices.hear(applied(cancels()))
    expect(world.told()[0]?.title).toBe('A visit was cancelled')
  })
})

describe('the rest', () => {
  test('stopped texts are told at most every five minutes, together', async () => {
    const world = openWorld()
    world.visits = [appointment({ startsAt: '2026-03-05T14:00:00.000Z' })]
    const stops = (phoneNumber: string) => applied({ changed: { optOuts: [optOut({ phoneNumber })] } })
    await world.notices.hear(stops('+12125550142'))
    await world.notices.hear(stops('+12125550143'))
    await world.notices.hear(stops('+12125550144'))
    expect(world.toasts).toHaveLength(1)
    world.pass(300)
    expect(world.toasts.map((toast) => toast.body).at(-1)).toBe('2 patients stopped texts.')
  })

  test('an incoming call is told to the window and steals nothing', async () => {
    const world = openWorld()
    await world.notices.hear(applied({ by: 'system', changed: { calls: [call({ status: 'ringing' })] } }))
    expect(world.pushes).toEqual([{ kind: 'incomingCall', callId: 'c1', phoneNumber: '+12125550142' }])
    await world.notices.hear(applied({ by: 'system', changed: { calls: [call()] }, before: { calls: [call()] } }))
    expect(world.pushes).toHaveLength(1)
    expect([world.toasts, world.opened, world.flashes]).toEqual([[], [], 0])
  })

  test('a live call or an emergency keeps an update from being installed', async () => {
    const world = openWorld()
    expect(world.notices.business()).toEqual({ hasLiveCall: false, hasAlarm: false })
    await world.notices.hear(applied({ by: 'system', changed: { calls: [call()] } }))
    await world.notices.hear(applied({ changed: { alarms: [alarm()] } }))
    expect(world.notices.business()).toEqual({ hasLiveCall: true, hasAlarm: true })
  })
})
