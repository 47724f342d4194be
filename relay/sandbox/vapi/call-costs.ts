import type { CallRecord } from './call-record.ts'

const cents = (amount: number) => Math.round(amount * 10_000) / 10_000

/** What a call cost, item by item. A total that was asked for is shared out in proportion. */
export function callCosts(call: CallRecord) {
  const minutes = Math.max(((call.endedAt ?? call.createdAt) - (call.startedAt ?? call.createdAt)) / 60_000, 0)
  const characters = call.turns.reduce((sum, turn) => sum + (turn.kind === 'said' && turn.role === 'assistant' ? turn.text.length : 0), 0)
  const tokens = 900 + call.turns.length * 180
  const plain = {
    transport: minutes * 0.0085,
    stt: minutes * 0.01,
    llm: tokens * 0.000002,
    tts: characters * 0.00003,
    vapi: minutes * 0.05,
    summary: 0.0031,
  }
  const sum = Object.values(plain).reduce((total, part) => total + part, 0)
  const share = call.cost === undefined ? 1 : call.cost / sum
  const part = (name: keyof typeof plain) => cents(plain[name] * share)
  const total = call.cost ?? cents(sum)
  return {
    total,
    costs: [
      { type: 'transport', provider: 'twilio', minutes, cost: part('transport') },
      { type: 'transcriber', transcriber: { provider: 'deepgram', model: 'nova-3' }, minutes, cost: part('stt') },
      { type: 'model', model: { provider: 'openai', model: 'gpt-4.1' }, promptTokens: tokens, completionTokens: 120, cost: part('llm') },
      { type: 'voice', voice: { provider: '11labs', voiceId: 'sarah' }, characters, cost: part('tts') },
      { type: 'vapi', subType: 'normal', minutes, cost: part('vapi') },
      {
        type: 'analysis',
        analysisType: 'summary',
        model: { provider: 'openai', model: 'gpt-4.1-mini' },
        promptTokens: 640,
        completionTokens: 60,
        cost: part('summary'),
      },
    ],
    costBreakdown: {
      transport: part('transport'),
      stt: part('stt'),
      llm: part('llm'),
      tts: part('tts'),
      vapi: part('vapi'),
      total,
      llmPromptTokens: tokens,
      llmCompletionTokens: 120,
      ttsCharacters: characters,
    },
  }
}
