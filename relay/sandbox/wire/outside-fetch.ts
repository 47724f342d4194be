/** How a stand-in reaches the relay; tests may pass one that calls the relay inside the process. */
export type OutsideFetch = (request: Request) => Response | Promise<Response>

export type OutsideAnswer = { status: number; body: string; contentType: string }

/** Sends and reads the whole answer. Status 0 means that the relay could not be reached or did not answer in time. */
export async function askRelay(outside: OutsideFetch, url: string, init: RequestInit, timeoutMs: number): Promise<OutsideAnswer> {
  try {
    const answer = await outside(new Request(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }))
    return { status: answer.status, body: await answer.text(), contentType: answer.headers.get('content-type') ?? '' }
  } catch {
    // Refused, reset or timed out: the vendor sees no difference that matters here.
    return { status: 0, body: '', contentType: '' }
  }
}
