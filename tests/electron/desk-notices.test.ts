import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type {} from '../../desktop/src/renderer/bridge.ts'
import { openDeskWorld } from '../support/desk-world.ts'
import { type Desk, launchDesk } from './launch.ts'

/** A paired desk at a quiet practice whose window nobody looks at. */
async function openDesk() {
  const world = await openDeskWorld({ morning: false })
  const args = [`--pair=${world.url},${await world.pairingCode()}`]
  const userData = mkdtempSync(join(tmpdir(), 'desk-notices-'))
  const desk = await launchDesk({ userData, args, timeOffsetMs: world.timeOffsetMs })
  await desk.untilEffects((now) => now.trays[0]?.toolTip.includes(': connected') === true)
  await desk.control('focusWindow', false)
  return { world, desk }
}

const toasts = async (desk: Desk) => (await desk.effects()).notifications

test('an emergency by text rings with the system, a click opens it, acknowledging ends it', async () => {
  const { world, desk } = await openDesk()
  const [someone] = (await world.patients()).filter((one) => one.contactPoints.length === 1)
  await world.text(someone!.contactPoints[0]!.phoneNumber, 'my face is really swollen since last night and I have a fever')
  const [first] = (await desk.untilEffects((now) => now.notifications.length > 0)).notifications
  expect(first).toMatchObject({ urgency: 'critical', silent: false, state: 'shown' })
  expect(first?.title).toMatch(/^Emergency: /)
  const { trays, windows } = await desk.effects()
  expect(trays[0]?.image).toContain('tray-urgent')
  expect(windows[0]?.isFlashing).toBe(true)

  const page = await desk.page()
  await page.evaluate(() => {
    Object.assign(window, { heard: [] })
    window.desk.onPush((push) => (window as unknown as { heard: unknown[] }).heard.push(push))
  })
  await desk.clickNotification(0)
  await desk.untilEffects((now) => now.windows[0]?.isFocused === true)
  await page.waitForFunction(() => (window as unknown as { heard: { kind: string }[] }).heard.some((one) => one.kind === 'open'))

  const done = await page.evaluate(async () => {
    const work = await window.desk.call('work.read', {})
    const { alarms } = JSON.parse((work as { text: string }).text) as { alarms: { id: string }[] }
    const input = { alarmId: alarms[0]!.id, by: 'Mia' }
    return window.desk.call('command.run', { name: 'alarm.acknowledge', input, label: 'Acknowledge' })
  })
  expect(done).toMatchObject({ ok: true, value: { kind: 'done' } })
  await desk.untilEffects((now) => now.trays[0]?.image.includes('tray-urgent') === false)
  expect((await toasts(desk)).every((one) => one.state === 'closed')).toBe(true)
})

test('on a locked screen the notification has no name and no reason', async () => {
  const { world, desk } = await openDesk()
  await desk.emit('lock-screen')
  const [someone] = await world.patients()
  await world.text(someone!.contactPoints[0]!.phoneNumber, 'my face is really swollen since last night and I have a fever')
  const [first] = (await desk.untilEffects((now) => now.notifications.length > 0)).notifications
  expect(first).toMatchObject({ title: 'Emergency', body: 'Open the desk and acknowledge it.' })
})

test('an incoming call reaches the window without taking the keyboard', async () => {
  const { world, desk } = await openDesk()
  const before = (await desk.effects()).focusCalls.length
  const page = await desk.page()
  await page.evaluate(() => {
    Object.assign(window, { heard: [] })
    window.desk.onPush((push) => (window as unknown as { heard: unknown[] }).heard.push(push))
  })
  await world.call('+15125550117')
  await page.waitForFunction(() => (window as unknown as { heard: { kind: string }[] }).heard.some((one) => one.kind === 'incomingCall'))
  const { focusCalls, notifications } = await desk.effects()
  expect(focusCalls).toHaveLength(before)
  expect(notifications).toEqual([])
})

test('where the system keeps nothing safely, nothing of a pairing is left on the disk', async () => {
  const { readdirSync } = await import('node:fs')
  const world = await openDeskWorld({ morning: false })
  const userData = mkdtempSync(join(tmpdir(), 'desk-session-'))
  const args = [`--pair=${world.url},${await world.pairingCode()}`]
  const desk = await launchDesk({ userData, args, timeOffsetMs: world.timeOffsetMs, safeStorage: 'basic_text' })
  await desk.untilEffects((now) => now.trays[0]?.toolTip.includes(': connected') === true)
  const page = await desk.page()
  expect(await page.evaluate(() => window.desk.call('app.state', {}))).toMatchObject({ value: { keeping: 'session' } })
  await desk.close()
  expect(readdirSync(userData).filter((name) => /secrets|cache|sqlite|\.db/.test(name))).toEqual([])
})
