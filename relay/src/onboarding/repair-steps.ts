import type { NumberProblemCode } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { faultPoints } from '../fault-points.ts'
import type { AssistantHost, AssistantOf, AssistantSpec } from '../ports/assistant-host.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import type { LineDeps } from './line-deps.ts'
import type { WantedNumber } from './number-differences.ts'
import { tagOfNumber, tagOfPractice } from './tags.ts'
import { doneValue } from './wait-for-vendor.ts'

/** What putting a number right needs. `spec`: the assistant as its version was told. */
export type Repair = {
  lines: LineDeps & { host: AssistantHost }
  practiceId: AssistantOf['practiceId']
  phone: PracticePhone
  wanted: WantedNumber
  spec: AssistantSpec
}
/** What came of it that is kept with the number. */
export type Repaired = Partial<Pick<PracticePhone, 'messagingServiceSid' | 'vapiPhoneNumberId' | 'vapiAssistantId' | 'voiceUrl'>>

type Step = (repair: Repair) => Promise<Repaired>

/** How each problem is put right; null: not from here. In the order in which they are done: a number is given back to the voice service
 *  before its assistant is linked to it, and its voice address is set last, because giving it to the voice service changes that. */
export const REPAIRS: Record<NumberProblemCode, Step | null> = {
  NUMBER_MISSING: null,
  VENDOR_BLOCKED: null,
  CANNOT_LOOK: null,
  ADDRESSES_CHANGED: setAddresses,
  NOT_IN_SERVICE: joinService,
  IMPORT_MISSING: importAgain,
  ASSISTANT_MISSING: makeAssistantAgain,
  ASSISTANT_CHANGED: publishAgain,
  ASSISTANT_NOT_LINKED: link,
  VOICE_ADDRESS_CHANGED: setVoiceAddress,
}

async function did<T>(name: string, request: () => Promise<VendorAnswer<T>>): Promise<T> {
  faultPoints.reach(`repair:${name}:before`)
  const value = doneValue(await request())
  faultPoints.reach(`repair:${name}:after`)
  return value
}

const ofNumber = ({ phone, practiceId }: Repair): AssistantOf => ({ tag: tagOfNumber(phone.id), practiceId, phoneNumberId: phone.id })

async function setAddresses({ lines: { supplier, addresses }, phone, wanted }: Repair): Promise<Repaired> {
  const { twilioSid, messagingServiceSid } = phone
  const tag = wanted.tag === null ? {} : { tag: wanted.tag }
  if (twilioSid) await did('addresses', () => supplier.configureNumber(twilioSid, { ...addresses, ...tag }))
  const service = messagingServiceSid ? doneValue(await supplier.readService(messagingServiceSid)) : null
  if (service && !service.usesNumberAddress && service.inboundUrl !== addresses.smsUrl)
    await did('service', () => supplier.configureService(service.sid, { inboundUrl: addresses.smsUrl, statusUrl: addresses.statusUrl }))
  return {}
}

async function joinService({ lines: { supplier, addresses }, phone, practiceId }: Repair): Promise<Repaired> {
  const { twilioSid } = phone
  if (!twilioSid) return {}
  const tag = tagOfPractice(practiceId as Parameters<typeof tagOfPractice>[0])
  const known = phone.messagingServiceSid ? doneValue(await supplier.readService(phone.messagingServiceSid)) : null
  const found = known ?? doneValue(await supplier.findService(tag))
  const wanted = { tag, inboundUrl: addresses.smsUrl, statusUrl: addresses.statusUrl }
  const service = found ?? (await did('create-service', () => supplier.createService(wanted)))
  await did('join-service', () => supplier.addToService(service.sid, twilioSid))
  return { messagingServiceSid: service.sid }
}

async function importAgain(repair: Repair): Promise<Repaired> {
  const { host, supplier } = repair.lines
  const { phone, spec } = repair
  const found = doneValue(await host.findNumber(phone.phoneNumber))
  const wanted = { phoneNumber: phone.phoneNumber, tag: tagOfNumber(phone.id), desk: spec.desk === phone.forwardedFrom ? null : spec.desk }
  const hosted = found ?? (await did('import', () => host.importNumber(wanted)))
  const { vapiAssistantId } = phone
  if (vapiAssistantId && hosted.assistantId !== vapiAssistantId) await did('link', () => host.linkNumber(hosted.id, vapiAssistantId))
  // Being taken over again may have given it another voice address, which is then the one to come back to after a pause.
  const number = phone.twilioSid ? doneValue(await supplier.readNumber(phone.twilioSid)) : null
  const isTheirs = number !== null && number.voiceUrl !== '' && number.voiceUrl !== repair.lines.deskVoiceUrl
  const { deskVoiceUrl } = repair.lines
  if (phone.status === 'paused' && number && isTheirs)
    await did('voice-address', () => supplier.configureNumber(number.sid, { voiceUrl: deskVoiceUrl }))
  return { vapiPhoneNumberId: hosted.id, ...(isTheirs ? { voiceUrl: number.voiceUrl } : {}) }
}

async function makeAssistantAgain(repair: Repair): Promise<Repaired> {
  const { host } = repair.lines
  const of = ofNumber(repair)
  const found = doneValue(await host.findAssistant(of.tag))
  const assistant = found ?? (await did('assistant', () => host.createAssistant(repair.spec, of)))
  const { vapiPhoneNumberId } = repair.phone
  if (vapiPhoneNumberId) await did('link', () => host.linkNumber(vapiPhoneNumberId, assistant.id))
  return { vapiAssistantId: assistant.id }
}

async function publishAgain(repair: Repair): Promise<Repaired> {
  const { vapiAssistantId } = repair.phone
  if (vapiAssistantId) await did('publish', () => repair.lines.host.updateAssistant(vapiAssistantId, repair.spec, ofNumber(repair)))
  return {}
}

async function link({ lines: { host }, phone: { vapiPhoneNumberId, vapiAssistantId } }: Repair): Promise<Repaired> {
  if (vapiPhoneNumberId && vapiAssistantId) await did('link', () => host.linkNumber(vapiPhoneNumberId, vapiAssistantId))
  return {}
}

async function setVoiceAddress({ lines: { supplier, deskVoiceUrl }, phone }: Repair): Promise<Repaired> {
  const voiceUrl = phone.status === 'paused' ? deskVoiceUrl : phone.voiceUrl
  const { twilioSid } = phone
  if (twilioSid && voiceUrl !== null) await did('voice-address', () => supplier.configureNumber(twilioSid, { voiceUrl }))
  return {}
}
