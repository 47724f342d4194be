/** The voice service's own record of a call, in the shape of its report; null when it has none. */
export interface VoiceAgent {
  fetchCall(externalId: string): Promise<{ isOver: boolean; report: unknown } | null>
}
