import { plainText } from './twiml-replies.ts'

/** What our answer to a call tells the exchange to do, in order. */
export type TwimlStep =
  | { verb: 'dial'; number: string; timeoutSeconds: number; action: string | null }
  | { verb: 'say'; text: string }
  | { verb: 'record'; action: string | null }
  | { verb: 'reject' }
  | { verb: 'hangup' }

const VERB = /<(Dial|Say|Record|Reject|Hangup)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g

export const readSteps = (xml: string): TwimlStep[] =>
  [...xml.matchAll(VERB)].map(([, verb = '', attributes = '', inner = '']) => {
    const value = (name: string) => plainText(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '') || null
    switch (verb) {
      case 'Dial':
        return {
          verb: 'dial',
          number: plainText(inner.replace(/<[^>]+>/g, '')),
          timeoutSeconds: Number(value('timeout') ?? 30),
          action: value('action'),
        }
      case 'Say':
        return { verb: 'say', text: plainText(inner) }
      case 'Record':
        return { verb: 'record', action: value('action') }
      default:
        return { verb: verb === 'Reject' ? 'reject' : 'hangup' }
    }
  })
