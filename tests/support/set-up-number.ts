import type { ServedSandbox } from '@dentalanswer/relay/sandbox/sandbox.ts'
import { presentVersion } from '@dentalanswer/relay/src/onboarding/assistant-versions.ts'
import type { LineDeps } from '@dentalanswer/relay/src/onboarding/line-deps.ts'
import { tagOfNumber, tagOfPractice } from '@dentalanswer/relay/src/onboarding/tags.ts'
import type { VendorAnswer } from '@dentalanswer/relay/src/ports/vendor-answer.ts'
import { changeSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { type Ctx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'

/** The value of an answer that must be one. */
export function took<T>(answer: VendorAnswer<T>): T {
  if (answer.kind !== 'done') throw new Error(`the vendor answered ${answer.kind} ${answer.vendorCode}`)
  return answer.value
}

/** A number that is set up at both vendors as onboarding leaves it, saved as one of the practice's. */
export async function setUpNumber(
  at: { ctx: Ctx; lines: LineDeps; sandbox: ServedSandbox },
  more: Partial<PracticePhone> = {},
): Promise<PracticePhone> {
  const { ctx, lines, sandbox } = at
  const { practiceId } = ctx
  const { supplier, host, addresses } = lines
  const id = ctx.newId() as PhoneNumberId
  const [available] = took(await supplier.search({ kind: 'local', areaCode: '512', limit: 1 }))
  const { phoneNumber } = available!
  const tag = tagOfNumber(id)
  const bought = took(await supplier.buyNumber({ phoneNumber, tag, addresses, voiceUrl: lines.deskVoiceUrl }))
  const practiceTag = tagOfPractice(practiceId)
  const service =
    took(await supplier.findService(practiceTag)) ??
    took(await supplier.createService({ tag: practiceTag, inboundUrl: addresses.smsUrl, statusUrl: addresses.statusUrl }))
  took(await supplier.addToService(service.sid, bought.sid))
  const { version, spec } = await write(ctx, 'test-version', (tx) => presentVersion(tx, 'Ana'))
  const hosted = took(await host!.importNumber({ phoneNumber, tag, desk: spec.desk! }))
  const assistant = took(await host!.createAssistant(spec, { tag, practiceId: practiceId, phoneNumberId: id }))
  took(await host!.linkNumber(hosted.id, assistant.id))
  took(await supplier.configureNumber(bought.sid, addresses))
  // Carriers have agreed.
  sandbox.twilio.addNumber({ phoneNumber, needsRegistration: false })
  const { voiceUrl } = took(await supplier.readNumber(bought.sid))!
  return write(ctx, 'test-number', function* (tx) {
    const phone = yield* tx.insert('phoneNumbers', {
      id,
      phoneNumber,
      label: 'Second line',
      isPrimary: false,
      status: 'active',
      way: 'new',
      forwardedFrom: null,
      texting: 'ready',
      twilioSid: bought.sid,
      twilioAccountSid: lines.accountSid,
      messagingServiceSid: service.sid,
      vapiPhoneNumberId: hosted.id,
      vapiAssistantId: assistant.id,
      voiceUrl,
      assistantVersion: version.version,
      rentMicrodollars: 1_150_000,
      health: UNKNOWN_HEALTH,
      forwardTest: null,
      trial: null,
      releaseAt: null,
      createdAt: tx.now,
      ...more,
    })
    yield* changeSetup(tx)
    tx.emit('number.changed')
    return phone
  })
}
