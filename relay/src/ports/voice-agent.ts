import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'

/** `done`: it is being put through. `refused`: it will not be, however often it is asked. `later`: it may be asked again. */
export type TransferOutcome = { kind: 'done' } | { kind: 'refused'; code: string } | { kind: 'later'; code: string }

/** Audio as the voice service sends it, or a part of it. `status` 416: there is no such part, and no body. */
export type Recording = {
  status: 200 | 206 | 416
  contentType: string
  contentLength: string | null
  contentRange: string | null
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/** `isPutThrough`: the caller is being connected to a person, or was. */
export type FetchedCall = { isOver: boolean; isPutThrough: boolean; report: unknown }

/** The voice service. Nothing it throws or returns holds credentials or addresses. */
export interface VoiceAgent {
  /** Its own record of a call, in the shape of its report; null when it has none. */
  fetchCall(externalId: string): Promise<FetchedCall | null>
  /** The audio behind a `recordingRef`, or the part that `range` (an HTTP Range) names. Null when there is none. Throws when it cannot be
   *  had now. `signal` stops it while it streams. */
  openRecording(recordingRef: string, range: string | null, signal: AbortSignal): Promise<Recording | null>
  /** Whether an address that a webhook named for steering a call is one of the voice service's own. */
  isControlUrl(address: string): boolean
  /** Puts a live call through to a number. `controlUrl` is the secret address of that call. */
  transferCall(controlUrl: string, to: PhoneNumber): Promise<TransferOutcome>
}
