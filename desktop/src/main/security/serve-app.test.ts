import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveApp } from './serve-app.ts'

function openApp(fetchRecording: (callId: string, range: string | null) => Promise<Response> = async () => new Response('none')) {
  const top = mkdtempSync(join(tmpdir(), 'desk-page-'))
  const folder = join(top, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<meta name="style-nonce" content="__NONCE__">')
  writeFileSync(join(folder, 'assets/main.js'), 'const name = "__NONCE__"')
  writeFileSync(join(folder, '.hidden.js'), 'no')
  writeFileSync(join(folder, 'assets/main.js.map'), 'no')
  writeFileSync(join(top, 'secret.js'), 'no')
  const serve = serveApp({ folder, fetchRecording })
  return (url: string, init?: RequestInit) => serve(new Request(url, init))
}

const nonceOf = (page: string) => /content="([^"]+)"/.exec(page)?.[1]

test('each load of the page has its own nonce, in the page and in its policy', async () => {
  const get = openApp()
  const first = await get('app://desk/index.html')
  const second = await get('app://desk/')
  const nonce = nonceOf(await first.text())
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(first.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(nonceOf(await second.text())).not.toBe(nonce)
})

test('a script is served as it was built', async () => {
  const answer = await openApp()('app://desk/assets/main.js')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await answer.text()).toBe('const name = "__NONCE__"')
})

test('the policy allows no other origin, no inline script, no eval and no address at all', async () => {
  const policy = (await openApp()('app://desk/index.html')).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).not.toMatch(/unsafe|http|\*/)
})

test('every answer carries the headers that lock it', async () => {
  const get = openApp()
  for (const url of ['app://desk/index.html', 'app://desk/assets/main.js', 'app://desk/missing.js', 'app://desk/recording/c1']) {
    const { headers } = await get(url)
    expect(headers.get('x-content-type-options'), url).toBe('nosniff')
    expect(headers.get('referrer-policy'), url).toBe('no-referrer')
    expect(headers.get('permissions-policy'), url).toContain('microphone=()')
    expect(headers.get('cross-origin-opener-policy'), url).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy'), url).toBe('same-origin')
  }
})

test.each([
  'app://desk/../secret.js',
  'app://desk/%2e%2e/secret.js',
  'app://desk/..%2fsecret.js',
  'app://desk/assets/..%2f..%2fsecret.js',
  'app://desk/..%5csecret.js',
  'app://desk/%2fetc/passwd',
  'app://desk/.hidden.js',
  'app://desk/assets/main.js.map',
  'app://desk/assets/main.js%00.html',
  'app://desk/C:/secret.js',
  'app://desk/%',
  'app://desk/assets',
  'app://other/index.html',
])('%s is not served', async (url) => {
  expect((await openApp()(url)).status).toBe(404)
})

test('the page is only read', async () => {
  expect((await openApp()('app://desk/index.html', { method: 'POST', body: 'x' })).status).toBe(405)
})

test('a recording passes on the range and what was answered, and nothing else', async () => {
  const asked: unknown[] = []
  const get = openApp(async (...args) => {
    asked.push(args)
    const headers = { 'content-type': 'audio/wav', 'content-range': 'bytes 0-3/9', 'set-cookie': 'a=b', server: 'x' }
    return new Response('RIFF', { status: 206, headers })
  })
  const answer = await get('app://desk/recording/0198-a', { headers: { range: 'bytes=0-3' } })
  expect(asked).toEqual([['0198-a', 'bytes=0-3']])
  expect(answer.status).toBe(206)
  expect(await answer.text()).toBe('RIFF')
  expect(answer.headers.get('content-range')).toBe('bytes 0-3/9')
  expect(answer.headers.get('server')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a recording asked for by another origin is refused before the relay is asked', async () => {
  const serve = serveApp({ folder: '/nowhere', fetchRecording: () => Promise.reject(new Error('asked')) })
  const request = Object.assign(new Request('app://desk/recording/c1'), { initiatorOrigin: 'https://example.com' })
  expect((await serve(request)).status).toBe(403)
})
