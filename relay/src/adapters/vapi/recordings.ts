import type { Recording } from '../../ports/voice-agent.ts'
import { isOutside } from './outside-address.ts'
import type { VapiOptions } from './vapi-voice-agent.ts'

const API = 'https://api.vapi.ai'
const ANSWER_WITHIN_MS = 15_000
const MOST_REDIRECTS = 3
const REF = /^vapi:([A-Za-z0-9-]{1,100})$/

/** A recording is behind our key at a call's own address, which leads to a signed one for a short time. The key goes to the first only. */
export async function openRecording(
  { apiKey, baseUrl }: VapiOptions,
  recordingRef: string,
  range: string | null,
  signal: AbortSignal,
): Promise<Recording | null> {
  const [, callId] = REF.exec(recordingRef) ?? []
  if (!callId) return null
  const asked = range ? { range } : undefined
  let url = new URL(`${(baseUrl ?? API).replace(/\/+$/, '')}/call/${callId}/mono-recording`)
  let answer = await get(url, { authorization: `Bearer ${apiKey}`, ...asked }, signal)
  for (let hop = 0; isRedirect(answer) && hop < MOST_REDIRECTS; hop++) {
    url = await signedAddress(answer, url, baseUrl)
    answer = await get(url, { ...asked }, signal)
  }
  return understand(answer)
}

const isRedirect = ({ status }: Response) => [301, 302, 303, 307, 308].includes(status)

async function get(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  // The time limit is for the answer to begin; the audio itself may take as long as it is listened to.
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), ANSWER_WITHIN_MS)
  try {
    return await fetch(url, {
      headers: { ...headers, 'accept-encoding': 'identity' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, waiting.signal]),
    })
  } catch {
    // The error may hold the address, which opens the recording for whoever has it.
    throw new Error('the recording could not be fetched: no answer')
  } finally {
    clearTimeout(timer)
  }
}

async function signedAddress(answer: Response, from: URL, baseUrl: string | null): Promise<URL> {
  void answer.body?.cancel()
  const location = answer.headers.get('location') ?? ''
  if (!URL.canParse(location, from)) throw new Error('the recording could not be fetched: no address')
  const url = new URL(location, from)
  const isStandIn = baseUrl !== null && url.origin === new URL(baseUrl).origin
  if (!isStandIn && !(await isOutside(url))) throw new Error('the recording could not be fetched: an address that is not safe')
  return url
}

const written = (value: string | null, form: RegExp) => (value !== null && form.test(value) ? value : null)

async function understand(answer: Response): Promise<Recording | null> {
  const { status, headers } = answer
  const type = headers.get('content-type') ?? ''
  const facts = {
    // Storage may call it plain bytes; all that is ever recorded here is sound.
    contentType: /^audio\/[\w.+-]+$/.test(type) ? type : 'audio/wav',
    // What was packed on its way arrives unpacked, and longer.
    contentLength: headers.has('content-encoding') ? null : written(headers.get('content-length'), /^\d{1,15}$/),
    contentRange: written(headers.get('content-range'), /^bytes (\d{1,15}-\d{1,15}|\*)\/(\d{1,15}|\*)$/),
  }
  if (status === 200 || status === 206) return { ...facts, status, body: answer.body }
  await answer.body?.cancel()
  if (status === 416) return { ...facts, status, contentLength: null, body: null }
  if (status === 404) return null
  throw new Error(`the recording could not be fetched: ${status}`)
}
