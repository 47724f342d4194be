import { describe, expect, test } from 'vitest'
import { describeBridgeContract } from './contract-bridge.ts'
import { ask, type FixtureWindow, type Launcher, opener } from './fixture-page.ts'

declare const window: FixtureWindow

/** What the fixture app does on Electron; the stand-in has to do the same. Everything is seen from the page or from the exit code. */
export function describeContract(name: string, launch: Launcher): void {
  const open = opener(launch)
  describeBridgeContract(name, launch)

  describe(`${name}: the page`, () => {
    test('is a secure context whose policy blocks inline scripts and strangers', async () => {
      const { page } = await open()
      const seen = await page.evaluate(async () => ({
        isSecure: window.isSecureContext,
        own: window.pageRan,
        inline: window.inlineRan,
        stranger: await fetch('https://example.com/').then(
          () => 'reached',
          () => 'blocked',
        ),
        evaluated: window.evaluated,
      }))
      expect(seen).toEqual({ isSecure: true, own: true, inline: undefined, stranger: 'blocked', evaluated: 'refused' })
    })

    test('has the bridge before its first script, and nothing of Node or of the preload', async () => {
      const { page } = await open()
      const seen = await page.evaluate(() => ({
        start: window.seenAtStart,
        secret: typeof window.secretOfThePreload,
        module: typeof window.module,
      }))
      expect(seen).toEqual({
        start: { fixture: 'object', require: 'undefined', process: 'undefined', ipc: 'undefined' },
        secret: 'undefined',
        module: 'undefined',
      })
    })

    test('reaches the handler with the address, method and body it used, and gets its status', async () => {
      const { page } = await open()
      const [status, text] = await page.evaluate(async () => {
        const response = await fetch('echo?a=1', { method: 'POST', body: 'hello' })
        return [response.status, await response.json()] as const
      })
      expect(status).toBe(201)
      expect(text).toEqual({ url: 'app://desk/echo?a=1', method: 'POST', body: 'hello' })
      expect(await page.evaluate(() => fetch('missing.txt').then((one) => one.status))).toBe(404)
    })

    test('plays sound by ranges and can jump in it', async () => {
      const { page } = await open()
      const part = await page.evaluate(async () => {
        const response = await fetch('sound.wav', { headers: { Range: 'bytes=0-3' } })
        return [response.status, await response.text(), response.headers.get('content-range')]
      })
      expect(part).toEqual([206, 'RIFF', 'bytes 0-3/16044'])
      const seconds = await page.evaluate(async () => {
        const sound = document.getElementById('sound') as HTMLAudioElement
        if (sound.readyState < 1) await new Promise((resolve) => sound.addEventListener('loadedmetadata', resolve, { once: true }))
        sound.currentTime = 1.5
        await new Promise((resolve) => sound.addEventListener('seeked', resolve, { once: true }))
        return [sound.duration, sound.currentTime]
      })
      expect(seconds).toEqual([2, 1.5])
    })

    test('keeps its local storage when the app starts again', async () => {
      const { page, app, userData } = await open()
      await page.evaluate(() => localStorage.setItem('kept', 'yes'))
      await app.close()
      const again = await open(userData)
      expect(await again.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
    })
  })

  describe(`${name}: leaving the page`, () => {
    test('a link to elsewhere is asked about under its address, and stays when refused', async () => {
      const { page } = await open()
      await page.click('#out')
      await expect.poll(() => ask(page, 'noted')).toContain('navigate https://example.com/out')
      expect(await ask(page, 'contents')).toMatchObject({ url: 'app://desk/index.html' })
    })

    test('a link within the app is asked about too, and followed when allowed', async () => {
      const { page } = await open()
      await page.click('#second')
      await page.waitForSelector('h1')
      expect(await ask(page, 'noted')).toContain('navigate app://desk/second.html')
      await expect.poll(() => ask(page, 'contents')).toMatchObject({ url: 'app://desk/second.html', title: 'Second' })
    })

    test('a new window is asked about and denied, by script and by link', async () => {
      const { page } = await open()
      expect(await page.evaluate(() => window.open('https://example.com/script'))).toBe(null)
      await page.click('#new')
      await expect
        .poll(() => ask(page, 'noted'))
        .toEqual(expect.arrayContaining(['window https://example.com/script', 'window https://example.com/new']))
    })

    test('a reload gives the page a new bridge', async () => {
      const { page } = await open()
      await page.evaluate(() => {
        window.mark = 1
        location.reload()
      })
      await expect.poll(() => page.evaluate(() => window.mark === undefined && window.fixture?.version).catch(() => null)).toBe(7)
      expect(await ask(page, 'echo', 'after')).toEqual(['after'])
    })
  })

  describe(`${name}: the app`, () => {
    test('knows its name, version and folder', async () => {
      const { page, userData } = await open()
      expect(await ask(page, 'app')).toEqual({ name: 'Fixture', version: '1.2.3', packaged: false, userData })
    })

    test('a second start on the same folder ends at once and the first hears of it', async () => {
      const { page, userData } = await open()
      const second = await launch({ userData, args: ['--from-second'], expectsWindow: false })
      expect(await second.exitCode()).toBe(0)
      await expect.poll(() => ask(page, 'noted')).toContain('second --from-second cwd fixture')
    })

    test('permissions are what the handlers say', async () => {
      const { page } = await open()
      const seen = await page.evaluate(async () => ({
        asked: await Notification.requestPermission(),
        state: (await navigator.permissions.query({ name: 'geolocation' })).state,
        camera: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'given',
          (error) => error.name,
        ),
      }))
      expect(seen).toEqual({ asked: 'denied', state: 'denied', camera: 'NotAllowedError' })
    })

    test('zoom enlarges what the page measures in', async () => {
      const { page } = await open()
      const before = await page.evaluate(() => window.innerWidth)
      await ask(page, 'zoom', 2)
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(Math.round(before / 2))
      expect(await ask(page, 'contents')).toMatchObject({ zoom: 2 })
    })

    test('runs code in the page and prints it', async () => {
      const { page } = await open()
      expect(await ask(page, 'run', 'Promise.resolve(document.title)')).toBe('Fixture')
      expect(await ask(page, 'pdf')).toBe('%PDF-')
    })
  })
}
