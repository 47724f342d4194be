import { VapiClient } from '@vapi-ai/server-sdk'
import type { VoiceAgent } from '../../ports/voice-agent.ts'
import { isControlUrl, transferCall } from './call-control.ts'
import { openRecording } from './recordings.ts'

export type VapiOptions = { apiKey: string; baseUrl: string | null }

/** Reads finished calls and their recordings, and steers live ones. */
export function vapiVoiceAgent(options: VapiOptions): VoiceAgent {
  const client = new VapiClient({ token: options.apiKey, baseUrl: options.baseUrl ?? undefined, timeoutInSeconds: 15, maxRetries: 1 })
  return {
    async fetchCall(externalId) {
      try {
        const call = await client.calls.get({ id: externalId })
        // A success that is no JSON comes back as an object without an id.
        if (!call.id) throw new Error('unreadable answer')
        const isPutThrough = call.status === 'forwarding' || call.endedReason === 'assistant-forwarded-call'
        return { isOver: call.status === 'ended', isPutThrough, report: call }
      } catch (error) {
        const status = error !== null && typeof error === 'object' && 'statusCode' in error ? error.statusCode : undefined
        if (status === 404) return null
        throw new Error(`the call could not be read: ${typeof status === 'number' ? status : 'no answer'}`)
      }
    },
    openRecording: (recordingRef, range, signal) => openRecording(options, recordingRef, range, signal),
    isControlUrl: (address) => isControlUrl(address, options.baseUrl),
    transferCall: (controlUrl, to) => transferCall(options, controlUrl, to),
  }
}
