import type { VoiceService } from './twilio/exchange.ts'
import { VAPI_VOICE_URL } from './vapi/resource-routes.ts'
import type { VapiStandIn } from './vapi/stand-in.ts'

/** The stand-in for Vapi answers calls to numbers that lead to it, as far as it knows them. */
export const joinVoice = (vapiOf: () => VapiStandIn): VoiceService => ({
  isAt: (voiceUrl) => voiceUrl === VAPI_VOICE_URL,
  take: async ({ from, to }) => {
    const vapi = vapiOf()
    const number = vapi.phoneNumbers().find((one) => one.number === to)
    if (!number || number.status === 'blocked' || vapi.isDown()) return { kind: 'failed' }
    const session = await vapi.startCall({ from, phoneNumberId: number.id })
    if (session.record.assistantId !== undefined) {
      return { kind: 'answered', call: { id: session.id, hangUp: () => session.end({ endedReason: 'customer-ended-call' }) } }
    }
    await session.end({ endedReason: 'assistant-request-returned-no-assistant' })
    const { fallbackDestination } = number as { fallbackDestination?: { type?: string; number?: string } }
    return fallbackDestination?.number ? { kind: 'forwarded', to: fallbackDestination.number } : { kind: 'failed' }
  },
})
