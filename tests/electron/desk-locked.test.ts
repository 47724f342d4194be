import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type {} from '../../desktop/src/renderer/bridge.ts'
import { launchDesk } from './launch.ts'

// Electron's own list of recommendations for a secure app, one test for each that can be seen from outside.

const open = async () => {
  const desk = await launchDesk({ userData: mkdtempSync(join(tmpdir(), 'desk-locked-')) })
  return { desk, page: await desk.page() }
}

test('the page runs isolated, sandboxed and without Node, and comes from the desk’s own scheme', async () => {
  const { desk, page } = await open()
  const [shown] = (await desk.effects()).windows
  expect(shown?.url).toBe('app://desk/index.html')
  expect(shown?.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
  const seen = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window))
  expect(seen).toEqual([])
})

test('the bridge is two functions that the page cannot change', async () => {
  const { page } = await open()
  const bridge = await page.evaluate(() => {
    const { desk } = window as unknown as { desk: Record<string, unknown> }
    try {
      desk.call = () => 'mine'
    } catch {
      // Frozen: assigning may throw.
    }
    return Object.entries(desk).map(([name, value]) => `${name}: ${typeof value} ${String(value).includes('mine')}`)
  })
  expect(bridge.sort()).toEqual(['call: function false', 'onPush: function false'])
})

test('a name that is not in the contract is refused before it leaves the page', async () => {
  const { page } = await open()
  for (const name of ['secrets.read', '__proto__', 'constructor', ''])
    expect(await page.evaluate((one) => window.desk.call(one, {}), name), name).toMatchObject({ ok: false, code: 'BAD_INPUT' })
})

test('input is parsed in main', async () => {
  const { page } = await open()
  const answer = await page.evaluate(() => window.desk.call('pair.start', { address: 7 }))
  expect(answer).toMatchObject({ ok: false, code: 'BAD_INPUT' })
})

test('inline scripts, eval and foreign addresses do nothing', async () => {
  const { page, desk } = await open()
  const tried = await page.evaluate(async () => {
    const broken: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.com/a.png'
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(image, frame)
    const asked = await fetch('https://example.com/').then(
      () => 'went out',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { broken, asked, ranInline: 'ranInline' in window }
  })
  expect(tried.asked).toBe('refused')
  expect(tried.ranInline).toBe(false)
  expect(tried.broken).toEqual(expect.arrayContaining(['script-src-elem', 'img-src', 'frame-src', 'connect-src']))
  expect((await desk.effects()).blockedRequests).toEqual([])
})

test('the page goes nowhere and opens nothing', async () => {
  const { page, desk } = await open()
  await page.evaluate(() => {
    window.open('https://example.com/')
    window.open('file:///etc/passwd')
    location.href = 'https://example.com/'
  })
  const { deniedWindows, openedExternally } = await desk.untilEffects((now) => now.preventedNavigations.length > 0)
  expect(deniedWindows.map((one) => one.url)).toEqual(['https://example.com/', 'file:///etc/passwd'])
  expect(openedExternally).toEqual([])
  expect(desk.windows()).toHaveLength(1)
  expect((await desk.effects()).windows[0]?.url).toBe('app://desk/index.html')
})

test('a phone link is handed to the system', async () => {
  const { page, desk } = await open()
  await page.evaluate(() => void window.open('tel:+12125550142'))
  expect((await desk.untilEffects((now) => now.openedExternally.length > 0)).openedExternally).toEqual(['tel:+12125550142'])
})

test('no permission is given', async () => {
  const { page } = await open()
  const asked = await page.evaluate(async () => {
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'denied',
    )
    return { media: media ?? 'denied', notification: await Notification.requestPermission() }
  })
  expect(asked).toEqual({ media: 'denied', notification: 'denied' })
})

test('an installed app has no developer tools, no reload key and takes no orders at its start', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'desk-locked-'))
  const desk = await launchDesk({ userData, isPackaged: true, args: ['--pair=http://127.0.0.1:1,ABCD-1234'] })
  const { windows, applicationMenu } = await desk.effects()
  expect(windows[0]?.webPreferences.devTools).toBe(false)
  expect(JSON.stringify(applicationMenu)).not.toMatch(/reload|toggleDevTools/i)
  expect(desk.stderr()).not.toContain('pair:')
})
