import type { Vapi } from '@vapi-ai/server-sdk'

const TRANSCRIPT = { role: 'user', content: 'The transcript:\n\n{{transcript}}\n\nThe call ended because: {{endedReason}}' }

const FACTS =
  'Say what happened in this dental practice call, as the schema asks. True only for what was done in the call, not for what was wished.'

/** What is made of a finished call. `booked`, `moved` and `cancelled` are compared with what the relay really did. */
export function analysisPlan(summaryPrompt: string): Vapi.AnalysisPlan {
  return {
    summaryPlan: { enabled: true, timeoutSeconds: 10, messages: [{ role: 'system', content: summaryPrompt }, TRANSCRIPT] },
    structuredDataPlan: {
      enabled: true,
      timeoutSeconds: 10,
      messages: [{ role: 'system', content: `${FACTS}\n\nSchema: {{schema}}` }, TRANSCRIPT],
      schema: {
        type: 'object',
        properties: {
          reason: { type: 'string', enum: ['book', 'move', 'cancel', 'question', 'emergency', 'other'], description: 'Why they called.' },
          booked: { type: 'boolean', description: 'The caller was told that a visit was booked.' },
          moved: { type: 'boolean', description: 'The caller was told that a visit was moved to another time.' },
          cancelled: { type: 'boolean', description: 'The caller was told that a visit was cancelled.' },
        },
        required: ['reason', 'booked', 'moved', 'cancelled'],
      },
    },
    successEvaluationPlan: { enabled: true, rubric: 'PassFail', timeoutSeconds: 10 },
  }
}
