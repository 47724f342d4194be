import type { AssistantHost } from '../ports/assistant-host.ts'
import type { NumberAddresses, NumberSupplier } from '../ports/number-supplier.ts'

/** What work on numbers needs beside the store. `host` is null where no key of the voice service is configured. */
export type LineDeps = {
  supplier: NumberSupplier
  host: AssistantHost | null
  accountSid: string
  addresses: NumberAddresses
  /** Where calls go that shall ring the desk: our own answer to a call. */
  deskVoiceUrl: string
  /** What is said in a trial of forwarding. */
  trialInstructionsUrl: string
  trialStatusUrl: string
  /** Monthly rents in millionths of a dollar. */
  rents: { local: number; tollFree: number }
}
