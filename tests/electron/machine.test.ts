import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ownFolder } from './fixture-page.ts'
import { type Desk, type LaunchOptions, launchDesk } from './launch.ts'

type FixtureWindow = Window & { fixture: { invoke(channel: string, ...args: unknown[]): Promise<unknown> } }
declare const window: FixtureWindow

const app = join(import.meta.dirname, 'fixture-app')
const DAY_MS = 86_400_000

async function open(options: Partial<LaunchOptions> = {}) {
  const desk = await launchDesk({ app, userData: ownFolder(), ...options })
  const page = await desk.page()
  return { desk, page, deed: deedsOf(page), noted: () => invoke(page, 'noted') as Promise<string[]> }
}
const invoke = (page: Page, channel: string, ...args: unknown[]) =>
  page.evaluate(([channel, args]) => window.fixture.invoke(channel, ...args), [channel, args] as const)
const deedsOf =
  (page: Page) =>
  (name: string, ...args: unknown[]) =>
    invoke(page, 'deed', name, ...args)
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => 'no error',
    (error: Error) => error.message,
  )

describe('what the app shows outside its window', () => {
  test('a notification is recorded, and its click and its end reach the app', async () => {
    const { desk, deed, noted } = await open()
    await deed('notify', { title: 'Cancelled', body: 'Today 2:30', urgency: 'critical', silent: true })
    const [toast] = (await desk.effects()).notifications
    expect(toast).toMatchObject({ title: 'Cancelled', body: 'Today 2:30', urgency: 'critical', silent: true, state: 'shown' })
    await desk.clickNotification(0)
    await desk.closeNotification(0)
    await expect.poll(noted).toEqual(expect.arrayContaining(['toast show', 'toast click', 'toast close']))
    expect((await desk.effects()).notifications[0]?.state).toBe('closed')
    await expect(desk.clickNotification(4)).rejects.toThrow('There is no notification 4')
  })

  test('the tray icon and its menu can be clicked; a greyed item cannot', async () => {
    const { desk, deed, noted } = await open()
    await deed('tray')
    await desk.clickTray()
    await desk.clickTrayMenu('Open')
    expect(await noted()).toEqual(expect.arrayContaining(['tray click', 'tray open']))
    expect((await desk.effects()).trays).toMatchObject([{ toolTip: '2 waiting', isDestroyed: false }])
    await expect(desk.clickTrayMenu('Grey')).rejects.toThrow('greyed out')
    await expect(desk.clickTrayMenu('Nowhere')).rejects.toThrow('No item "Nowhere"')
  })

  test('the menu works by label and by keys, and so does a global shortcut', async () => {
    const { desk, deed, noted } = await open()
    await deed('menu')
    await deed('shortcut')
    await desk.clickMenu('Larger')
    expect(await desk.pressShortcut('Ctrl+Plus')).toBe(process.platform !== 'darwin')
    expect(await desk.pressShortcut('Alt+Space')).toBe(true)
    expect(await desk.pressShortcut('Alt+F1')).toBe(false)
    expect(await noted()).toEqual(expect.arrayContaining(['larger', 'shortcut']))
  })

  test('the badge, the clipboard, outside links and the login item', async () => {
    const { desk, deed } = await open()
    await deed('badge', 3)
    await deed('copy', '555 0100')
    await deed('external', 'tel:+12125550100')
    await deed('login', true)
    expect(await desk.effects()).toMatchObject({ badge: 3, clipboard: '555 0100', openedExternally: ['tel:+12125550100'] })
    expect(await deed('loginState')).toBe(true)
    expect(await refusal(deed('external', 'not an address'))).toContain('Invalid URL')
  })

  test('a dialog stays open until somebody answers', async () => {
    const { desk, deed } = await open({ dialogAnswers: [1] })
    expect(await deed('ask')).toEqual({ response: 1, checkboxChecked: false })
    const asking = deed('save')
    await desk.untilEffects(({ dialogs }) => dialogs.at(-1)?.kind === 'saveDialog')
    expect((await desk.effects()).dialogs.at(-1)).toMatchObject({ state: 'open', options: { defaultPath: 'day.pdf' } })
    await desk.answerDialog(null)
    expect(await asking).toEqual({ canceled: true, filePath: '' })
  })
})

describe('the machine around the app', () => {
  test('sleeps, wakes, locks and stands idle', async () => {
    const { desk, deed, noted } = await open()
    for (const event of ['suspend', 'resume', 'lock-screen']) await desk.emit(event)
    expect(await noted()).toEqual(expect.arrayContaining(['suspend', 'resume', 'lock-screen']))
    await desk.setIdleSeconds(90)
    expect(await deed('idle', 60)).toEqual([90, 'locked'])
    await desk.emit('unlock-screen')
    expect(await deed('idle', 60)).toEqual([90, 'idle'])
    expect(await deed('idle', 120)).toEqual([90, 'active'])
    await expect(desk.emit('explode')).rejects.toThrow('does not know how to emit explode')
  })

  test('turns dark, and the page and the app see it unless the app chose for itself', async () => {
    const { desk, page, deed, noted } = await open({ colorScheme: 'light' })
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    expect(await isDark()).toBe(false)
    await desk.setColorScheme('dark')
    await expect.poll(isDark).toBe(true)
    await deed('theme', 'light')
    await expect.poll(isDark).toBe(false)
    expect(await noted()).toEqual(expect.arrayContaining(['dark true', 'dark false']))
  })

  test('may have a clock that is two days ahead, in both worlds and in the main process', async () => {
    const { page, deed } = await open({ timeOffsetMs: 2 * DAY_MS })
    const ahead = (at: number) => Math.abs(at - Date.now() - 2 * DAY_MS) < 5_000
    expect(((await deed('time')) as number[]).map(ahead)).toEqual([true, true, true])
    const inPage = await page.evaluate(() => [Date.now(), Date.parse(new Date().toISOString()), performance.timeOrigin + performance.now()])
    expect(inPage.map(ahead)).toEqual([true, true, true])
    expect(await page.evaluate(() => new Date(2026, 0, 1).getFullYear() === 2026 && new Date() instanceof Date)).toBe(true)
  })

  test('keeps secrets for one user, badly, or not at all', async () => {
    const { page, deed } = await open()
    const sealed = (await invoke(page, 'seal', 'the key')) as string
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('the key')
    expect(await invoke(page, 'unseal', sealed)).toBe('the key')
    expect(await deed('backend')).toBe('gnome_libsecret')

    const other = await open()
    expect(await refusal(invoke(other.page, 'unseal', sealed))).toContain('Error while decrypting')
    const plain = await open({ safeStorage: 'basic_text' })
    expect([await plain.deed('backend'), await invoke(plain.page, 'can-seal')]).toEqual(['basic_text', true])
    const none = await open({ safeStorage: 'none' })
    expect(await invoke(none.page, 'can-seal')).toBe(false)
    expect(await refusal(invoke(none.page, 'seal', 'x'))).toContain('not available')
  })

  test('an address opened elsewhere reaches the app', async () => {
    const { desk, noted } = await open()
    await desk.emit('open-url', 'dentalanswer://pair?code=1')
    expect(await noted()).toContain('open dentalanswer://pair?code=1')
  })
})

describe('windows and endings', () => {
  test('a window that hides instead of closing keeps the app alive; quitting ends it', async () => {
    const { desk, deed } = await open()
    expect(await deed('windowState')).toEqual({ count: 1, isVisible: true, isFocused: true })
    await deed('hideOnClose')
    await desk.control('closeWindow')
    expect(await deed('windowState')).toEqual({ count: 1, isVisible: false, isFocused: false })
    expect(desk.isRunning()).toBe(true)
  })

  test('the page knows whether its window has the focus', async () => {
    const { desk, page } = await open()
    const hasFocus = () => page.evaluate(() => document.hasFocus())
    await expect.poll(hasFocus).toBe(true)
    await page.evaluate(() => window.addEventListener('blur', () => document.body.classList.add('blurred')))
    await desk.control('focusWindow', false)
    await page.waitForSelector('.blurred')
    expect(await hasFocus()).toBe(false)
    await desk.control('focusWindow', true)
    await expect.poll(hasFocus).toBe(true)
    expect((await desk.effects()).focusCalls.at(-1)).toEqual({ windowId: 1, by: 'focus' })
  })

  test('closing the last window ends the app with 0, and its browser with it', async () => {
    const { desk } = await open()
    await desk.control('closeWindow')
    expect(await desk.exited()).toBe(0)
    await expect.poll(() => isAlive(desk.chromiumPid)).toBe(false)
  })

  test('a killed app leaves no browser behind', async () => {
    const { desk } = await open()
    await desk.kill()
    await expect.poll(() => isAlive(desk.chromiumPid), { timeout: 10_000 }).toBe(false)
  })

  test('the app may end itself with a code of its own', async () => {
    const { desk, deed } = await open()
    void deed('exit', 7).catch(() => {})
    expect(await desk.exited()).toBe(7)
  })

  test('bounds survive being maximized, and attention is recorded', async () => {
    const { desk, deed } = await open({ display: { width: 1600, height: 900 } })
    const place = { x: 10, y: 20, width: 900, height: 500 }
    const area = { x: 0, y: 0, width: 1600, height: 860 }
    expect(await deed('bounds', place)).toEqual([place, area, area])
    await deed('attention')
    const [effect] = (await desk.effects()).windows
    expect(effect).toMatchObject({ isMaximized: true, isFlashing: true, progress: 0.5, title: 'Fixture (2)' })
    expect(effect?.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
  })

  test('a page that dies is reported and can be loaded again', async () => {
    const { desk } = await open()
    await desk.control('crashRenderer')
    await desk.untilEffects(({ windows }) => windows[0]?.isCrashed === false && windows[0].crashes === 1)
    await desk.reattach()
    const page = await desk.page()
    expect(await invoke(page, 'noted')).toContain('gone crashed')
    expect(await invoke(page, 'echo', 'after')).toEqual(['after'])
  })

  test('requests that no handler answers are recorded, and links to other programs', async () => {
    const { desk, page } = await open()
    await page.evaluate(() => fetch('https://tracker.example/x', { mode: 'no-cors' }).catch(() => {}))
    await page.click('#out')
    await desk.untilEffects(({ preventedNavigations }) => preventedNavigations.includes('https://example.com/out'))
    await page.click('#new')
    const { deniedWindows } = await desk.untilEffects((effects) => effects.deniedWindows.length > 0)
    expect(deniedWindows[0]?.url).toBe('https://example.com/new')
    expect(await page.evaluate(() => document.title)).toBe('Fixture')
  })
})

describe('what the stand-in refuses', () => {
  test('parts of Electron it lacks throw by name', async () => {
    const { deed } = await open()
    expect(await refusal(deed('unknown', 'app', 'getGPUInfo'))).toContain('the stand-in does not know app.getGPUInfo')
    expect(await refusal(deed('unknown', 'autoUpdater', 'checkForUpdates'))).toContain('the stand-in does not know autoUpdater')
    expect(await refusal(deed('unknown', 'shell', 'explode'))).toContain('the stand-in does not know shell.explode')
  })

  test('what Electron refuses too: late schemes, sending to a page that is gone', async () => {
    const { deed } = await open()
    expect(await refusal(deed('lateScheme'))).toContain('should be called before app is ready')
    expect(await refusal(deed('sendToClosed'))).toContain('Object has been destroyed')
  })

  test('an error nobody caught is recorded and the app goes on', async () => {
    const { desk, deed } = await open()
    await deed('throwLater')
    const { mainErrors } = await desk.untilEffects((effects) => effects.mainErrors.length > 0)
    expect(mainErrors).toEqual(['Error: nobody caught this'])
    expect(desk.isRunning()).toBe(true)
  })

  test('an app that cannot be loaded ends with 1 and says why', async () => {
    const broken = ownFolder()
    cpSync(app, broken, { recursive: true })
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(broken, 'main.js'), "import { nothingOfTheKind } from 'electron'\n")
    await expect(launchDesk({ app: broken, userData: ownFolder() })).rejects.toThrow(/ended with code 1[\s\S]*nothingOfTheKind/)
  })
})

function isAlive(pid: Desk['chromiumPid']): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
