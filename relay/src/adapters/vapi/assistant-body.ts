import type { Vapi } from '@vapi-ai/server-sdk'
import type { AssistantOf, AssistantSpec } from '../../ports/assistant-host.ts'
import { analysisPlan } from './assistant-analysis.ts'
import { assistantHooks } from './assistant-hooks.ts'
import { transcriber, turnTaking, voice } from './assistant-speech.ts'
import { assistantTools } from './assistant-tools.ts'
import { messagesAt, type RelayServer } from './server-address.ts'

// Dated, so that it does not change under us. One that thinks first would leave the caller in silence.
const MODEL = 'gpt-4.1-2025-04-14'
const FALLBACK_MODEL = 'gpt-4.1-mini-2025-04-14'
/** Calls of 900 seconds and more may be refused. */
const LONGEST_SECONDS = 899

/** The whole assistant as Vapi takes it. Everything with a default of theirs that is not ours is set. Pure. */
export function assistantBody(spec: AssistantSpec, of: AssistantOf, server: RelayServer): Vapi.CreateAssistantDto {
  return {
    name: of.tag,
    metadata: { practiceId: of.practiceId, phoneNumberId: of.phoneNumberId },
    firstMessage: spec.firstMessage,
    firstMessageMode: 'assistant-speaks-first',
    // That a call is recorded must be heard to the end before the caller says anything that is.
    firstMessageInterruptionsEnabled: !spec.recordCalls,
    model: {
      provider: 'openai',
      model: MODEL,
      fallbackModels: [FALLBACK_MODEL],
      temperature: 0.2,
      maxTokens: 400,
      messages: [{ role: 'system', content: spec.prompt }],
      tools: assistantTools(spec, of, server),
    },
    transcriber: transcriber(spec),
    voice: voice(spec.voice),
    ...turnTaking(spec.languages),
    server: messagesAt(server),
    // Left out, the whole conversation with the prompt would be sent again and again.
    serverMessages: ['status-update', 'end-of-call-report', 'tool-calls', 'transcript[transcriptType="final"]'],
    hooks: assistantHooks(spec),
    artifactPlan: {
      recordingEnabled: spec.recordCalls,
      pcapEnabled: false,
      loggingEnabled: false,
      transcriptPlan: { enabled: true, assistantName: 'AI', userName: 'User' },
    },
    analysisPlan: analysisPlan(spec.summaryPrompt),
    monitorPlan: { listenEnabled: false, controlEnabled: true },
    maxDurationSeconds: Math.min(spec.maxSeconds, LONGEST_SECONDS),
    backgroundSound: 'off',
  }
}
