import type { NumberSupplier, SuppliedService } from '../../ports/number-supplier.ts'
import type { VendorAnswer } from '../../ports/vendor-answer.ts'
import type { TwilioClient } from './redirected-client.ts'
import { ask, askForOne, askToRemove, readSid } from './supplier-answer.ts'
import { bareAddress, textAddress } from './webhook-address.ts'

const PAGE_SIZE = 100
const ALREADY_IN_A_SERVICE = '21710'

type Services = Pick<
  NumberSupplier,
  | 'findService'
  | 'readService'
  | 'listServices'
  | 'createService'
  | 'configureService'
  | 'deleteService'
  | 'serviceNumbers'
  | 'addToService'
  | 'removeFromService'
>

/** Messaging services: what carriers' leave to text is given to. Numbers in one send their texts to the service's address, never to their own. */
export function messagingServices(client: TwilioClient): Services {
  const { services } = client.messaging.v1
  const list = async () => (await services.list({ pageSize: PAGE_SIZE })).map(suppliedService)
  const addresses = ({ inboundUrl, statusUrl }: { inboundUrl: string; statusUrl: string }) => ({
    inboundRequestUrl: textAddress(inboundUrl),
    inboundMethod: 'POST',
    statusCallback: textAddress(statusUrl),
    useInboundWebhookOnNumber: false,
  })
  return {
    listServices: () => ask('read', list),
    findService: (tag) => ask('read', async () => (await list()).find((one) => one.tag === tag) ?? null),
    readService: (sid) => askForOne(async () => suppliedService(await services(sid).fetch())),
    createService: ({ tag, ...urls }) =>
      ask('change', async () => suppliedService(await services.create({ friendlyName: tag, ...addresses(urls) }))),
    configureService: (sid, urls) => ask('change', async () => suppliedService(await services(sid).update(addresses(urls)))),
    deleteService: (sid) => askToRemove(() => services(sid).remove()),
    serviceNumbers: (sid) =>
      ask('read', async () => (await services(sid).phoneNumbers.list({ pageSize: PAGE_SIZE })).map((one) => readSid(one.sid))),
    async addToService(sid, phoneNumberSid) {
      const added = await ask('change', async () => {
        readSid((await services(sid).phoneNumbers.create({ phoneNumberSid })).sid)
        return null
      })
      const isInOne = added.kind === 'refused' && added.vendorCode === ALREADY_IN_A_SERVICE
      return isInOne ? membership(client, sid, phoneNumberSid) : added
    },
    removeFromService: (sid, phoneNumberSid) => askToRemove(() => services(sid).phoneNumbers(phoneNumberSid).remove()),
  }
}

/** The refusal does not say which service the number is in. */
async function membership(client: TwilioClient, sid: string, phoneNumberSid: string): Promise<VendorAnswer<null>> {
  const found = await askForOne(async () => readSid((await client.messaging.v1.services(sid).phoneNumbers(phoneNumberSid).fetch()).sid))
  if (found.kind !== 'done') return found
  return found.value ? { kind: 'done', value: null } : { kind: 'refused', code: 'REFUSED', vendorCode: ALREADY_IN_A_SERVICE }
}

type Service = { sid: string; friendlyName: string; inboundRequestUrl: string; statusCallback: string; useInboundWebhookOnNumber: boolean }

const suppliedService = (service: Service): SuppliedService => ({
  sid: readSid(service.sid),
  tag: service.friendlyName ?? '',
  inboundUrl: bareAddress(service.inboundRequestUrl),
  statusUrl: bareAddress(service.statusCallback),
  usesNumberAddress: service.useInboundWebhookOnNumber === true,
})
