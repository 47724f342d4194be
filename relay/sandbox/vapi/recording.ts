import type { Context } from 'hono'

const RATE = 8000
const SECONDS = 3
const PITCH_HZ = 440

/** Three seconds of a soft tone that fades out, as a recording that really plays. */
export function toneWav(): Uint8Array<ArrayBuffer> {
  const samples = RATE * SECONDS
  const bytes = new Uint8Array(44 + samples)
  const view = new DataView(bytes.buffer)
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  write(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, samples, true)
  // Eight-bit samples are unsigned: silence is the middle.
  for (let at = 0; at < samples; at++)
    bytes[44 + at] = 128 + Math.round(40 * (1 - at / samples) * Math.sin((2 * Math.PI * PITCH_HZ * at) / RATE))
  return bytes
}

/** Answers as a file store does: the whole, the one part that was asked for, or 416. */
export function audioAnswer(c: Context, bytes: Uint8Array<ArrayBuffer>): Response {
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' }
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range') ?? '') ?? []
  if (first === '' && last === '') return c.body(bytes, 200, { ...headers, 'content-length': String(bytes.length) })
  const from = first === '' ? Math.max(bytes.length - Number(last), 0) : Number(first)
  const to = first === '' || last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1)
  if (from > to) return c.body(null, 416, { 'content-range': `bytes */${bytes.length}` })
  const part = bytes.slice(from, to + 1)
  return c.body(part, 206, {
    ...headers,
    'content-length': String(part.length),
    'content-range': `bytes ${from}-${to}/${bytes.length}`,
  })
}
