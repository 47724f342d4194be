import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { openRecording } from './recordings.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function serve(answer: Answer) {
  const heard: { path: string; key: string | undefined; range: string | undefined }[] = []
  const server = createServer((request, response) => {
    heard.push({ path: request.url ?? '', key: request.headers.authorization, range: request.headers.range })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return { heard, baseUrl: `http://127.0.0.1:${port}` }
}

const open = (baseUrl: string, ref = 'vapi:c1', range: string | null = null, signal = new AbortController().signal) =>
  openRecording({ apiKey: 'secret', baseUrl }, ref, range, signal)
const redirect = (response: ServerResponse, location: string) => response.writeHead(302, { location }).end()

test('the key goes to the voice service only, the wish for a part to where the audio lies as well', async () => {
  const { heard, baseUrl } = await serve((request, response) => {
    if (request.url === '/call/c1/mono-recording') redirect(response, '/signed?token=abc')
    else response.writeHead(206, { 'content-type': 'audio/mpeg', 'content-range': 'bytes 0-3/9' }).end('part')
  })
  const recording = await open(baseUrl, 'vapi:c1', 'bytes=0-3')
  expect(recording).toMatchObject({ status: 206, contentType: 'audio/mpeg', contentRange: 'bytes 0-3/9' })
  expect(await new Response(recording?.body).text()).toBe('part')
  expect(heard).toEqual([
    { path: '/call/c1/mono-recording', key: 'Bearer secret', range: 'bytes=0-3' },
    { path: '/signed?token=abc', key: undefined, range: 'bytes=0-3' },
  ])
})

test.each(['http://127.0.0.1:1/audio', 'http://storage.example/audio', 'file:///etc/passwd', 'ftp://storage.example/a', ''])(
  'an address like "%s" is not followed',
  async (location) => {
    const { heard, baseUrl } = await serve((_, response) => redirect(response, location))
    await expect(open(baseUrl)).rejects.toThrow('the recording could not be fetched')
    expect(heard.length).toBeLessThan(5)
  },
)

test.each([
  'https://127.0.0.1/audio',
  'https://127.1/audio',
  'https://[::1]/audio',
  'https://[::ffff:10.0.0.1]/audio',
  'https://169.254.169.254/latest/meta-data',
  'https://10.1.2.3/audio',
  'https://localhost/audio',
  'https://user:pass@storage.example/audio',
  'https://storage.example:8443/audio',
])('an address inside, like "%s", is not even asked', async (location) => {
  const { heard, baseUrl } = await serve((_, response) => redirect(response, location))
  await expect(open(baseUrl)).rejects.toThrow('the recording could not be fetched: an address that is not safe')
  expect(heard).toHaveLength(1)
})

test('audio that comes packed has no length of the packed bytes, and lengths that are none are left out', async () => {
  const packed = gzipSync('a'.repeat(500))
  const { baseUrl } = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed),
  )
  const recording = await open(baseUrl)
  expect(recording).toMatchObject({ status: 200, contentLength: null })
  expect(await new Response(recording?.body).text()).toBe('a'.repeat(500))
  const odd = await serve((_, response) => response.writeHead(206, { 'content-range': 'lines 1-2' }).end('part'))
  expect(await open(odd.baseUrl)).toMatchObject({ contentRange: null })
})

test('a ring of redirects ends', async () => {
  const { heard, baseUrl } = await serve((_, response) => redirect(response, '/again'))
  await expect(open(baseUrl)).rejects.toThrow('the recording could not be fetched: 302')
  expect(heard).toHaveLength(4)
})

test('a page in place of the audio is never passed on as a page', async () => {
  const { baseUrl } = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<script>'))
  expect(await open(baseUrl)).toMatchObject({ contentType: 'audio/wav' })
})

test('a call without a recording, and a reference that is not ours, have none', async () => {
  const { heard, baseUrl } = await serve((_, response) => response.writeHead(404).end())
  expect(await open(baseUrl)).toBeNull()
  for (const ref of ['c1', 'vapi:../assistant', 'vapi:a/b', 'other:c1']) expect(await open(baseUrl, ref)).toBeNull()
  expect(heard).toHaveLength(1)
})

test('errors and silence are no proof that there is none, and tell no address', async () => {
  const { baseUrl } = await serve((_, response) => response.writeHead(503).end())
  await expect(open(baseUrl)).rejects.toThrow('the recording could not be fetched: 503')
  await expect(open('http://127.0.0.1:1')).rejects.toThrow(/^the recording could not be fetched: no answer$/)
})

test('a listener who leaves stops the stream at its source', async () => {
  let isClosed = false
  const { baseUrl } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'audio/wav' }).write('begin')
    response.on('close', () => {
      isClosed = true
    })
  })
  const leaving = new AbortController()
  const recording = await open(baseUrl, 'vapi:c1', null, leaving.signal)
  const reader = recording!.body!.getReader()
  await reader.read()
  leaving.abort()
  await expect(reader.read()).rejects.toThrow()
  await expect.poll(() => isClosed).toBe(true)
})
