import type { OutsideAnswer } from '../wire/outside-fetch.ts'

/** The texts that a webhook's answer sends back: every `<Message>` of TwiML, or the whole of a `text/plain` answer. */
export function readReplies(answer: OutsideAnswer): string[] {
  // Twilio sends a plain-text answer to the patient, word for word: a classic trap.
  if (answer.contentType.startsWith('text/plain')) return answer.body === '' ? [] : [answer.body]
  if (!/^(?:text|application)\/xml/.test(answer.contentType)) return []
  return [...answer.body.matchAll(/<Message\b[^>]*?(?:\/>|>([\s\S]*?)<\/Message>)/g)]
    .map((found) => plainText(bodyOf(found[1] ?? '')))
    .filter((body) => body !== '')
}

const bodyOf = (inner: string) => /<Body>([\s\S]*?)<\/Body>/.exec(inner)?.[1] ?? inner.replace(/<[^>]+>/g, '')

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

export const plainText = (xml: string) =>
  xml
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim()
