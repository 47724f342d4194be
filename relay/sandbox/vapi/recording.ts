const RATE = 8000

/** One second of silence, as a recording that really plays. */
export function silentWav(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + RATE)
  const view = new DataView(bytes.buffer)
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  write(0, 'RIFF')
  view.setUint32(4, 36 + RATE, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, RATE, true)
  // Eight-bit samples are unsigned: silence is the middle.
  bytes.fill(128, 44)
  return bytes
}
