import type { AssistantLanguage, VoiceName } from '@dentalanswer/shared/domain/assistant.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { VendorAnswer } from './vendor-answer.ts'

/** One thing the assistant can do during a call; `path` is where the voice service asks the relay for it. */
export type AssistantTool = {
  name: string
  path: string
  description: string
  /** A JSON schema object. */
  parameters: Record<string, unknown>
  /** Said while it waits; null says nothing. */
  startLine: string | null
}

/** A whole assistant in our own words, made from practice data alone. No patient is in it. */
export type AssistantSpec = {
  firstMessage: string
  prompt: string
  languages: AssistantLanguage[]
  voice: VoiceName
  /** Names of the practice and its people, for the ear of the transcriber. */
  keyterms: string[]
  tools: AssistantTool[]
  /** Said on hand-over; null: calls cannot be put through. */
  transfer: { number: PhoneNumber; description: string; words: string } | null
  /** What is said when the voice service fails, before the call goes to the desk. */
  failureWords: string
  /** Where calls go when the assistant fails; null: the practice has no line but those the assistant answers, so they would come back. */
  desk: PhoneNumber | null
  recordCalls: boolean
  maxSeconds: number
  summaryPrompt: string
  timeZone: string
}

/** What belongs to one number. */
export type AssistantOf = { tag: string; practiceId: string; phoneNumberId: string }

/** An assistant as it is at the voice service. `fingerprint` is of all we set, to compare with `fingerprintOf`. */
export type HostedAssistant = { id: string; tag: string; fingerprint: string }
export type HostedNumber = {
  id: string
  tag: string
  phoneNumber: PhoneNumber
  assistantId: string | null
  status: 'active' | 'activating' | 'blocked'
  smsEnabled: boolean
}

/** Where assistants and numbers live at the voice service. What is ours carries our tag (40 characters at most). Every call is made once:
 *  whoever calls decides what to do about an unknown outcome. */
export interface AssistantHost {
  listAssistants(): Promise<VendorAnswer<HostedAssistant[]>>
  findAssistant(tag: string): Promise<VendorAnswer<HostedAssistant | null>>
  readAssistant(id: string): Promise<VendorAnswer<HostedAssistant | null>>
  createAssistant(spec: AssistantSpec, of: AssistantOf): Promise<VendorAnswer<HostedAssistant>>
  /** Everything we set is sent again: the voice service replaces whole parts. */
  updateAssistant(id: string, spec: AssistantSpec, of: AssistantOf): Promise<VendorAnswer<HostedAssistant>>
  deleteAssistant(id: string): Promise<VendorAnswer<null>>
  /** What `HostedAssistant.fingerprint` is when nobody changed anything since. */
  fingerprintOf(spec: AssistantSpec, of: AssistantOf): string
  /** A digest of all that would be sent, addresses and secrets included, to tell whether it ever was. */
  stampOf(spec: AssistantSpec, of: AssistantOf): string

  listNumbers(): Promise<VendorAnswer<HostedNumber[]>>
  findNumber(phoneNumber: PhoneNumber): Promise<VendorAnswer<HostedNumber | null>>
  readNumber(id: string): Promise<VendorAnswer<HostedNumber | null>>
  /** Takes over the number's voice address at the supplier, never its text address. */
  importNumber(wanted: { phoneNumber: PhoneNumber; tag: string; desk: PhoneNumber | null }): Promise<VendorAnswer<HostedNumber>>
  linkNumber(id: string, assistantId: string): Promise<VendorAnswer<HostedNumber>>
  deleteNumber(id: string): Promise<VendorAnswer<null>>

  /** The assistant phones somebody. `externalId` is the call's id in all that is told about it. */
  placeCall(call: { assistantId: string; hostedNumberId: string; to: PhoneNumber }): Promise<VendorAnswer<{ externalId: string }>>
}
