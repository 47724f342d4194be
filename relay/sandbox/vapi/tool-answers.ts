import type { OutsideAnswer } from '../wire/outside-fetch.ts'

export type ToolResult = { name?: string; toolCallId?: string; result?: string; error?: string }

export type ToolAnswer = {
  status: number
  body: string
  /** As the relay gave them; empty when the answer could not be read. */
  results: ToolResult[]
  /** What Vapi would not accept: then the model hears "No result returned". */
  problems: string[]
}

/** Reads the answer to a tool call as strictly as Vapi does: 200, JSON, one single-line text per call, ids in the same order. */
export function readToolAnswer(answer: OutsideAnswer, ids: string[]): ToolAnswer {
  const problems: string[] = []
  if (answer.status !== 200) problems.push(`status ${answer.status} instead of 200`)
  if (!answer.contentType.startsWith('application/json')) problems.push(`content type ${answer.contentType || 'missing'}`)
  const results = readResults(answer.body)
  if (!results) problems.push('no results list')
  const given = (results ?? []).map((result) => result.toolCallId)
  if (results && given.join() !== ids.join()) problems.push(`results for ${given.join(', ')} instead of ${ids.join(', ')}`)
  for (const result of results ?? []) problems.push(...resultProblems(result))
  return { status: answer.status, body: answer.body, results: results ?? [], problems }
}

function readResults(body: string): ToolResult[] | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    const results = typeof parsed === 'object' && parsed !== null && 'results' in parsed ? parsed.results : undefined
    return Array.isArray(results) ? results : undefined
  } catch {
    return undefined
  }
}

function resultProblems(result: ToolResult): string[] {
  const texts: unknown[] = [result.result, result.error].filter((text) => text !== undefined)
  if (texts.length !== 1) return ['neither result nor error, or both']
  const [text] = texts
  if (typeof text !== 'string') return ['a result that is not text']
  return /[\r\n]/.test(text) ? ['a line break in a result'] : []
}
