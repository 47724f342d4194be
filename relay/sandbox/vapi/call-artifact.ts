import type { CallRecord, ToolCall, Turn } from './call-record.ts'
import type { Assistant } from './world.ts'

const WORDS_PER_SECOND = 2.6

export const systemPrompt = (assistant: Assistant | undefined): string => {
  const messages =
    assistant?.model && 'messages' in assistant.model ? (assistant.model.messages as { role: string; content: string }[]) : []
  return messages?.find((message) => message.role === 'system')?.content ?? 'You are the receptionist of a dental practice.'
}

/** `AI:` and `User:` lines, as in a report's transcript. */
export const transcriptOf = (call: CallRecord): string =>
  call.turns.flatMap((turn) => (turn.kind === 'said' ? `${turn.role === 'assistant' ? 'AI' : 'User'}: ${turn.text}\n` : [])).join('')

/** `artifact.messages`: everything said and called, with seconds from the start of the call. */
export function artifactMessages(call: CallRecord, assistant: Assistant | undefined): Record<string, unknown>[] {
  const start = call.startedAt ?? call.createdAt
  const system = { role: 'system', message: systemPrompt(assistant), time: start, secondsFromStart: 0 }
  return [system, ...call.turns.map((turn) => turnMessage(turn, start))]
}

function turnMessage(turn: Turn, start: number): Record<string, unknown> {
  const timing = { time: turn.at, secondsFromStart: Math.max(turn.at - start, 0) / 1000 }
  switch (turn.kind) {
    case 'said': {
      const duration = Math.round((turn.text.split(/\s+/).length / WORDS_PER_SECOND) * 1000)
      const spoken = { message: turn.text, ...timing, endTime: turn.at + duration, duration }
      return turn.role === 'assistant' ? { role: 'bot', ...spoken, source: '' } : { role: 'user', ...spoken }
    }
    case 'tools':
      return { role: 'tool_calls', toolCalls: turn.calls.map(writtenCall), message: '', ...timing }
    case 'result':
      return { role: 'tool_call_result', toolCallId: turn.toolCallId, name: turn.name, result: turn.result, ...timing, metadata: {} }
  }
}

/** The same in the form of the model's own conversation. */
export function modelMessages(call: CallRecord, assistant: Assistant | undefined): Record<string, unknown>[] {
  return [{ role: 'system', content: systemPrompt(assistant) }, ...call.turns.map(modelMessage)]
}

function modelMessage(turn: Turn): Record<string, unknown> {
  switch (turn.kind) {
    case 'said':
      return { role: turn.role, content: turn.text }
    case 'tools':
      return { role: 'assistant', content: '', tool_calls: turn.calls.map(writtenCall) }
    case 'result':
      return { role: 'tool', content: turn.result, tool_call_id: turn.toolCallId }
  }
}

/** A tool call with its arguments as text, the way the model writes it. */
export const writtenCall = (call: ToolCall) => ({
  id: call.id,
  type: 'function',
  function: { name: call.name, arguments: JSON.stringify(call.args) },
})

/** The artifact of a finished call. The raw recording addresses do not download; that is what the recording route is for. */
export function callArtifact(call: CallRecord, assistant: Assistant | undefined) {
  const at = (part: string) => `https://storage.vapi.ai/${call.id}-${call.endedAt ?? call.createdAt}-${part}`
  const recorded = assistant?.artifactPlan?.recordingEnabled !== false
  const recording = {
    recordingUrl: at('mono.wav'),
    stereoRecordingUrl: at('stereo.wav'),
    recording: {
      stereoUrl: at('stereo.wav'),
      mono: { combinedUrl: at('mono.wav'), assistantUrl: at('assistant.wav'), customerUrl: at('customer.wav') },
    },
  }
  return {
    messages: artifactMessages(call, assistant),
    messagesOpenAIFormatted: modelMessages(call, assistant),
    transcript: transcriptOf(call),
    ...(recorded && recording),
    logUrl: at('call.log.jsonl.gz'),
    transfers: [],
    variableValues: {},
    performanceMetrics: { turnLatencyAverage: 980, modelLatencyAverage: 410, voiceLatencyAverage: 230, numUserInterrupted: 0 },
  }
}

/** What the analysis says; a summary is made up from the first words of the caller unless one is given. */
export function callAnalysis(call: CallRecord) {
  const first = call.turns.find((turn) => turn.kind === 'said' && turn.role === 'user')
  const made = first?.kind === 'said' ? `The caller said: "${first.text}".` : 'The caller said nothing.'
  return {
    summary: call.summary ?? made,
    ...(call.structuredData && { structuredData: call.structuredData }),
    successEvaluation: String(call.turns.some((turn) => turn.kind === 'result')),
  }
}
