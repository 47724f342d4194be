import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Vapi, VapiClient } from '@vapi-ai/server-sdk'
import type { AssistantHost, HostedNumber } from '../../ports/assistant-host.ts'
import { Unreadable } from '../ask-vendor.ts'
import { ask, askForOne, askToRemove, readId } from './host-answer.ts'
import { listAll } from './list-all.ts'
import { messagesAt, type RelayServer } from './server-address.ts'

export type TwilioKeys = { accountSid: string; authToken: string }
type Numbers = Pick<AssistantHost, 'listNumbers' | 'findNumber' | 'readNumber' | 'importNumber' | 'linkNumber' | 'deleteNumber'>

/** Our numbers as the voice service knows them. What it answers may hold the supplier's secrets: only named fields are read. */
export function hostedNumbers({ phoneNumbers }: VapiClient, server: RelayServer, twilio: TwilioKeys): Numbers {
  const list = async () => (await listAll((query) => phoneNumbers.list(query))).flatMap(knownNumber)
  return {
    listNumbers: () => ask('read', list),
    findNumber: (phoneNumber) => ask('read', async () => (await list()).find((one) => one.phoneNumber === phoneNumber) ?? null),
    readNumber: (id) => askForOne(async () => hostedNumber(await phoneNumbers.get({ id }))),
    importNumber: ({ phoneNumber, tag, desk }) =>
      ask('change', async () =>
        hostedNumber(
          await phoneNumbers.create({
            provider: 'twilio',
            number: phoneNumber,
            twilioAccountSid: twilio.accountSid,
            twilioAuthToken: twilio.authToken,
            smsEnabled: false,
            name: tag,
            server: messagesAt(server),
            ...whenItFails(desk),
          }),
        ),
      ),
    linkNumber: (id, assistantId) =>
      ask('change', async () => hostedNumber(await phoneNumbers.update({ id, body: { provider: 'twilio', assistantId } }))),
    deleteNumber: (id) => askToRemove(() => phoneNumbers.delete({ id })),
  }
}

const NO_ASSISTANT: Vapi.PhoneNumberCallEndingHookFilterOneOfItem[] = [
  'assistant-request-failed',
  'assistant-request-returned-error',
  'assistant-request-returned-unspeakable-error',
  'assistant-request-returned-invalid-assistant',
  'assistant-request-returned-no-assistant',
]

/** A call that finds no assistant rings the desk. The fallback counts only while no assistant is linked, the hook always. */
function whenItFails(desk: PhoneNumber | null): Pick<Vapi.CreateTwilioPhoneNumberDto, 'fallbackDestination' | 'hooks'> {
  if (!desk) return {}
  const destination = { type: 'number' as const, number: desk }
  return {
    fallbackDestination: destination,
    hooks: [
      {
        on: 'call.ending',
        filters: [{ type: 'oneOf', key: 'call.endedReason', oneOf: NO_ASSISTANT }],
        do: { type: 'transfer', destination },
      },
    ],
  }
}

type Hosted = { id: string; number?: string; name?: string; assistantId?: string; status?: string; smsEnabled?: boolean }

function hostedNumber(hosted: Hosted): HostedNumber {
  readId(hosted.id)
  const [number] = knownNumber(hosted)
  if (!number) throw new Unreadable()
  return number
}

/** Nothing for one without a phone number, such as an address for internet calls. */
function knownNumber(hosted: Hosted): HostedNumber[] {
  const phoneNumber = readPhoneNumber(hosted.number ?? '')
  if (!phoneNumber) return []
  const { id, name = '', assistantId, status, smsEnabled } = hosted
  return [
    {
      id: readId(id),
      tag: name ?? '',
      phoneNumber,
      assistantId: assistantId || null,
      status: status === 'activating' || status === 'blocked' ? status : 'active',
      // Left out means on.
      smsEnabled: smsEnabled !== false,
    },
  ]
}
