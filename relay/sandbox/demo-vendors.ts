import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { OnboardingRun, StepName } from '@dentalanswer/shared/domain/onboarding.ts'
import type { Practice, PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { assistantBody } from '../src/adapters/vapi/assistant-body.ts'
import type { RelayDeps } from '../src/deps.ts'
import { specOfVersion } from '../src/onboarding/assistant-versions.ts'
import { tagOfNumber, tagOfPractice } from '../src/onboarding/tags.ts'
import type { AssistantSpec } from '../src/ports/assistant-host.ts'
import { standingVersions } from '../src/store/assistant-versions.ts'
import { listRuns } from '../src/store/onboarding-runs.ts'
import { listRegistrations } from '../src/store/registrations.ts'
import { loadSetup } from '../src/store/setup.ts'
import type { Work } from '../src/store/work.ts'
import type { Sandbox } from './sandbox.ts'
import { AssistantBody } from './vapi/assistant-body.ts'
import { VAPI_VOICE_URL } from './vapi/resource-routes.ts'

type Vendors = Pick<Sandbox, 'twilio' | 'vapi'>

/** One number as the vendors have it, however far it has got. */
type Line = Pick<PracticePhone, 'id' | 'phoneNumber' | 'twilioSid' | 'messagingServiceSid' | 'vapiPhoneNumberId' | 'vapiAssistantId'> & {
  isOurs: boolean
  isLinked: boolean
  voiceUrl: string
  assistantVersion: number | null
}

/** The stand-ins forget at every stop, so they are given back what the store says was made there: numbers, services, assistants,
 *  registrations, also those of runs that are not over. */
export async function giveBack(deps: RelayDeps, practice: Practice, vendors: Vendors): Promise<void> {
  const { lines, specs, registrations } = await deps.store.read(() => whatWasMade(deps, practice.id))
  for (const line of lines) {
    giveNumber(deps, line, vendors)
    giveAssistant(deps, practice, line, specs.get(line.assistantVersion ?? 0) ?? null, vendors)
  }
  for (const [sid, own] of Map.groupBy(lines, (line) => line.messagingServiceSid)) {
    if (sid === null) continue
    vendors.twilio.addService({
      sid,
      phoneNumbers: own.map((line) => line.phoneNumber),
      friendlyName: tagOfPractice(practice.id),
      usesNumberWebhook: false,
      inboundUrl: deps.lines.addresses.smsUrl,
      statusCallback: deps.lines.addresses.statusUrl,
    })
  }
  for (const registration of registrations) giveRegistration(registration, lines, vendors)
}

function* whatWasMade(deps: RelayDeps, practiceId: PracticeId) {
  const { phoneNumbers } = yield* loadSetup(practiceId)
  const runs = (yield* listRuns(practiceId)).filter((run) => run.state === 'running' || run.state === 'failed' || run.state === 'undoing')
  const [newest] = yield* standingVersions(practiceId)
  const present = newest?.version.version ?? null
  const kept = phoneNumbers.filter((phone) => phone.status !== 'released').map((phone) => lineOfPhone(phone, deps.lines.deskVoiceUrl))
  const lines: Line[] = [...kept, ...runs.flatMap((run) => lineOfRun(run, deps.lines.deskVoiceUrl, present))]
  return { lines, specs: yield* specsOf(practiceId, lines), registrations: yield* listRegistrations(practiceId) }
}

function* specsOf(practiceId: PracticeId, lines: Line[]): Work<Map<number, AssistantSpec>> {
  const specs = new Map<number, AssistantSpec>()
  for (const version of new Set(lines.flatMap((line) => line.assistantVersion ?? []))) {
    const spec = yield* specOfVersion(practiceId, version)
    if (spec) specs.set(version, spec)
  }
  return specs
}

const lineOfPhone = (phone: PracticePhone, deskVoiceUrl: string): Line => ({
  ...phone,
  isOurs: phone.way !== 'given',
  isLinked: phone.vapiAssistantId !== null,
  voiceUrl: phone.status === 'paused' ? deskVoiceUrl : phone.way === 'given' ? '' : (phone.voiceUrl ?? VAPI_VOICE_URL),
})

/** Nothing when it had not been bought yet. */
function lineOfRun(run: OnboardingRun, deskVoiceUrl: string, version: number | null): Line[] {
  const made = (name: StepName) => {
    const step = run.steps.find((one) => one.name === name)
    return step && step.state !== 'undone' ? step.made : null
  }
  if (made('buy') === null) return []
  return [
    {
      id: run.phoneNumberId,
      phoneNumber: run.phoneNumber,
      twilioSid: made('buy'),
      messagingServiceSid: made('service'),
      vapiPhoneNumberId: made('import'),
      vapiAssistantId: made('assistant'),
      isOurs: true,
      isLinked: run.steps.some((step) => step.name === 'link' && step.state === 'done'),
      voiceUrl: made('import') === null ? deskVoiceUrl : VAPI_VOICE_URL,
      assistantVersion: version,
    },
  ]
}

function giveNumber(deps: RelayDeps, line: Line, { twilio }: Vendors): void {
  const { addresses } = deps.lines
  if (!line.isOurs) return void twilio.addNumber({ phoneNumber: line.phoneNumber, ...(line.twilioSid && { sid: line.twilioSid }) })
  twilio.addNumber({
    phoneNumber: line.phoneNumber,
    ...(line.twilioSid && { sid: line.twilioSid }),
    friendlyName: tagOfNumber(line.id),
    smsUrl: addresses.smsUrl,
    smsFallbackUrl: addresses.smsFallbackUrl ?? '',
    statusCallback: addresses.statusUrl,
    voiceFallbackUrl: addresses.voiceFallbackUrl,
    voiceUrl: line.voiceUrl,
    needsRegistration: true,
  })
}

function giveAssistant(deps: RelayDeps, practice: Practice, line: Line, spec: AssistantSpec | null, { vapi }: Vendors): void {
  const tag = tagOfNumber(line.id)
  const { apiUrl, vapi: keys } = deps.config
  const server = { apiUrl, webhookSecret: keys.webhookSecret, credentialId: keys.credentialId }
  if (line.vapiAssistantId && line.isOurs && spec) {
    const body = assistantBody(spec, { tag, practiceId: practice.id, phoneNumberId: line.id }, server)
    vapi.addAssistant({ ...AssistantBody.parse(JSON.parse(JSON.stringify(body))), id: line.vapiAssistantId })
  } else if (line.vapiAssistantId) {
    const firstMessage = `${practice.name}, this is the virtual receptionist. How can I help?`
    vapi.addAssistant({ id: line.vapiAssistantId, name: 'Receptionist', firstMessage })
  }
  if (!line.vapiPhoneNumberId) return
  vapi.addPhoneNumber({
    id: line.vapiPhoneNumberId,
    number: line.phoneNumber,
    ...(line.isLinked && line.vapiAssistantId && { assistantId: line.vapiAssistantId }),
    ...(line.isOurs && {
      name: tag,
      smsEnabled: false,
      fallbackDestination: { type: 'number' as const, number: practice.phoneNumber },
    }),
  })
}

function giveRegistration(one: TextRegistration, lines: Line[], { twilio }: Vendors): void {
  const { brandSid, campaignSid, customerProfileSid, a2pProfileSid, verificationSid } = one
  const isApproved = (name: string) => one.stages.some((stage) => stage.name === name && stage.state === 'done')
  if (brandSid && customerProfileSid && a2pProfileSid)
    twilio.addRegistrations({ brand: { sid: brandSid, customerProfileSid, a2pProfileSid, isApproved: isApproved('brand') } })
  const serviceSid = lines.find((line) => line.messagingServiceSid !== null)?.messagingServiceSid
  if (campaignSid && brandSid && serviceSid)
    twilio.addRegistrations({ campaign: { sid: campaignSid, serviceSid, brandSid, isApproved: isApproved('campaign') } })
  const numberSid = lines.find((line) => line.id === one.phoneNumberId)?.twilioSid
  if (verificationSid && numberSid)
    twilio.addRegistrations({
      verification: { sid: verificationSid, numberSid, businessName: one.details.legalName, isApproved: isApproved('verification') },
    })
}
