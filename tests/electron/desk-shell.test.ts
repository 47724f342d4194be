import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type {} from '../../desktop/src/renderer/bridge.ts'
import { type LaunchOptions, launchDesk } from './launch.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'desk-shell-'))
const open = async (options: Partial<LaunchOptions> = {}) => {
  const userData = newFolder()
  const desk = await launchDesk({ userData, ...options })
  return { desk, userData: options.userData ?? userData, page: await desk.page() }
}
type Open = Awaited<ReturnType<typeof open>>
const state = ({ page }: Pick<Open, 'page'>) => page.evaluate(() => window.desk.call('app.state', {}))
const change = ({ page }: Pick<Open, 'page'>, preferences: Record<string, unknown>) =>
  page.evaluate((wanted) => window.desk.call('preferences.change', wanted), preferences)
const collectPushes = ({ page }: Pick<Open, 'page'>) =>
  page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.desk.onPush((push) => heard.push(push))
  })
const heard = ({ page }: Pick<Open, 'page'>) => page.evaluate(() => (window as unknown as { heard: { kind: string }[] }).heard)

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 10_000; !isSo(); await wait(20))
    if (performance.now() > end) throw new Error('It did not come to be so.')
}

test('a new desk is not paired and says so', async () => {
  const app = await open()
  expect(await state(app)).toMatchObject({ ok: true, value: { paired: null, keeping: 'kept', line: { state: 'unpaired' } } })
  const [tray] = (await app.desk.effects()).trays
  expect(tray?.toolTip).toBe('DentalAnswer: not paired. Nothing waits.')
})

test('closing hides the window, the tray brings it back, quitting quits', async () => {
  const { desk } = await open()
  await desk.control('closeWindow')
  await desk.untilEffects((now) => now.windows[0]?.isVisible === false)
  expect(desk.isRunning()).toBe(true)
  await desk.clickTrayMenu('Open DentalAnswer')
  await desk.untilEffects((now) => now.windows[0]?.isVisible === true)
  await desk.clickTrayMenu('Quit')
  expect(await desk.exited()).toBe(0)
})

test('closing quits where somebody wants it so', async () => {
  const app = await open()
  await change(app, { keepInTray: false })
  await app.desk.control('closeWindow')
  expect(await app.desk.exited()).toBe(0)
})

test('a second start brings the first one’s window and its pairing link, which a person must still agree to', async () => {
  const app = await open()
  await collectPushes(app)
  await app.desk.control('closeWindow')
  const link = 'dentalanswer://pair?relay=http%3A%2F%2F127.0.0.1%3A9&code=ABCD-1234'
  const second = await launchDesk({ userData: app.userData, args: [link], withoutWindow: true })
  expect(await second.exited()).toBe(0)
  await app.desk.untilEffects((now) => now.windows[0]?.isVisible === true)
  const proposed = { address: 'http://127.0.0.1:9', code: 'ABCD-1234' }
  expect(await heard(app)).toEqual([{ kind: 'pairingLink', ...proposed }])
  expect(await state(app)).toMatchObject({ value: { paired: null, pairingLink: proposed } })
})

test('a link that is no pairing link changes nothing', async () => {
  const app = await open()
  await app.desk.emit('open-url', 'dentalanswer://run?what=calc')
  expect(await state(app)).toMatchObject({ value: { pairingLink: null } })
})

test('size and place of the window are kept, and so is its zoom', async () => {
  const first = await open({ display: { width: 1920, height: 1080 } })
  await first.desk.control('moveWindow', { x: 40, y: 60, width: 1000, height: 700 })
  await first.desk.clickMenu('Larger')
  await first.desk.untilEffects((now) => now.windows[0]?.zoomFactor === 1.1)
  await wait(700)
  await first.desk.close()
  const again = await open({ userData: first.userData, display: { width: 1920, height: 1080 } })
  const { windows } = await again.desk.untilEffects((now) => now.windows[0]?.zoomFactor === 1.1)
  expect(windows[0]?.bounds).toEqual({ x: 40, y: 60, width: 1000, height: 700 })
})

test('the sizes end at 300 % and go back to the usual one', async () => {
  const app = await open()
  for (let presses = 0; presses < 12; presses++) await app.desk.pressShortcut('CmdOrCtrl+Plus')
  await app.desk.untilEffects((now) => now.windows[0]?.zoomFactor === 3)
  await app.desk.pressShortcut('CmdOrCtrl+0')
  await app.desk.untilEffects((now) => now.windows[0]?.zoomFactor === 1)
  expect(await state(app)).toMatchObject({ value: { preferences: { zoom: 1 } } })
})

test('a damaged settings file costs the settings and nothing else', async () => {
  const userData = newFolder()
  writeFileSync(join(userData, 'settings.json'), '{"preferences":{"theme":"dark","zoom":')
  const app = await open({ userData })
  expect(await state(app)).toMatchObject({ value: { preferences: { theme: 'system', zoom: 1 } } })
  await change(app, { theme: 'dark' })
  await app.desk.close()
  expect(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')).preferences.theme).toBe('dark')
})

test('a page that dies comes back, and when it keeps dying a person is asked', async () => {
  const { desk } = await open()
  for (let times = 0; times < 3; times++) {
    await desk.control('crashRenderer')
    await until(() => desk.stderr().match(/window: crashed/g)?.length === times + 1)
    await wait(700)
  }
  expect((await desk.effects()).dialogs).toEqual([])
  await desk.answerDialog(1)
  await desk.control('crashRenderer')
  expect(await desk.exited()).toBe(0)
})

test('a badge shows how many matters wait', async () => {
  const { desk, page } = await open()
  await page.evaluate(() => window.desk.call('badge.set', { count: 3, isUrgent: true }))
  const { badge, trays } = await desk.untilEffects((now) => now.badge === 3)
  expect(badge).toBe(3)
  expect(trays[0]?.toolTip).toContain('3 matters wait, one of them urgent')
  expect(trays[0]?.image).toContain('tray-urgent')
})
