import { ErrorReply } from '@dentalanswer/shared/contract/errors.ts'
import type { CallId } from '@dentalanswer/shared/domain/ids.ts'
import { connectionTrouble } from '../relay/connection-trouble.ts'
import type { RelayClient } from '../relay/relay-client.ts'

const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges']

/** A call's audio for the window, as it comes from the relay. A refusal is its status and a plain sentence. */
export async function fetchRecording(client: RelayClient, callId: CallId, range: string | null): Promise<Response> {
  let answer: Response
  try {
    answer = await client.fetchRecording(callId, range)
  } catch (error) {
    return new Response(connectionTrouble(error).message, { status: 503 })
  }
  const type = answer.headers.get('content-type') ?? ''
  if (answer.ok && type.startsWith('audio/')) {
    const headers = PASSED_ON.flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value] as [string, string]]
    })
    return new Response(answer.body, { status: answer.status, headers: [...headers, ['cache-control', 'no-store']] })
  }
  const text = await answer.text().catch(() => '')
  const reply = type.startsWith('application/json') ? ErrorReply.safeParse(jsonOf(text)) : null
  const message = reply?.data?.error.message ?? 'The recording cannot be had right now.'
  return new Response(message, { status: answer.ok || answer.status < 400 ? 502 : answer.status })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut off on its way: answered as a refusal without words.
    return null
  }
}
