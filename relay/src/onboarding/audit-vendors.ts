import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { HostedAssistant, HostedNumber } from '../ports/assistant-host.ts'
import type { SuppliedNumber, SuppliedService } from '../ports/number-supplier.ts'
import type { VendorAnswer } from '../ports/vendor-answer.ts'
import { type KnownLines, knownLines } from '../store/known-lines.ts'
import type { Ctx } from '../store/transaction.ts'
import { numberConversation } from './keep-number.ts'
import type { LineDeps } from './line-deps.ts'
import { idOfTag } from './tags.ts'

/** All that the vendors have in the account. `memberships`: how many numbers each service has. */
export type VendorStock = {
  numbers: SuppliedNumber[]
  services: SuppliedService[]
  memberships: Map<string, number>
  hostedNumbers: HostedNumber[]
  assistants: HostedAssistant[]
}

export type FindingKind = 'number' | 'service' | 'hosted number' | 'assistant'
/** `orphan`: carries our tag and belongs to nothing here. `missing`: known here and not there. `double`: two with one tag, this one is not
 *  in use. `foreign`: not tagged, so not ours to touch. */
export type Finding = {
  kind: FindingKind
  state: 'orphan' | 'missing' | 'double' | 'foreign'
  id: string
  /** When the thing it is tagged with came to be; null when that cannot be told. */
  madeAt: number | null
  rentMicrodollars: number
  /** An empty service may be deleted; one with numbers may not. */
  isEmpty: boolean
}

/** Compares the whole account with the whole database. Throws `VENDOR_UNAVAILABLE` when a part of the account cannot be seen: then nothing
 *  could be told from it. */
export async function auditVendors(base: Pick<Ctx, 'store'>, lines: LineDeps): Promise<Finding[]> {
  // Read before the vendors are asked and again after, so that what is being set up meanwhile is not taken for an orphan.
  const before = await base.store.read(() => knownLines())
  const stock = await takeStock(lines)
  const after = await base.store.read(() => knownLines())
  return compare(stock, { before, after }, lines)
}

async function takeStock({ supplier, host }: LineDeps): Promise<VendorStock> {
  const services = seen(await supplier.listServices())
  const memberships = new Map<string, number>()
  for (const { sid } of services.filter((one) => idOfTag(one.tag) !== null))
    memberships.set(sid, seen(await supplier.serviceNumbers(sid)).length)
  return {
    numbers: seen(await supplier.listNumbers()),
    services,
    memberships,
    hostedNumbers: host ? seen(await host.listNumbers()) : [],
    assistants: host ? seen(await host.listAssistants()) : [],
  }
}

function seen<T>(answer: VendorAnswer<T>): T {
  if (answer.kind === 'done') return answer.value
  throw new DeskError('VENDOR_UNAVAILABLE', `The account could not be read (${answer.kind} ${answer.vendorCode}). Nothing was compared.`)
}

type Known = { before: KnownLines; after: KnownLines }

/** What is at the vendors and not here, and the reverse. */
export function compare(stock: VendorStock, known: Known, lines: Pick<LineDeps, 'rents' | 'host'>): Finding[] {
  return [...orphans(stock, known, lines.rents), ...missing(stock, known.after, lines.host !== null)]
}

function orphans(stock: VendorStock, { before, after }: Known, rents: LineDeps['rents']): Finding[] {
  const all = [before, after]
  const phones = all.flatMap((one) => one.phones)
  const runs = all.flatMap((one) => one.runs)
  const busy = new Set(all.flatMap((one) => one.changing))
  const numberIds = new Set<string>([...phones.map((one) => one.id), ...runs.map((one) => one.phoneNumberId)])
  const used = new Set(phones.flatMap((one) => [one.twilioSid, one.messagingServiceSid, one.vapiPhoneNumberId, one.vapiAssistantId]))
  const digits = new Set<string>(phones.map((one) => one.phoneNumber))
  const answering = new Set(stock.hostedNumbers.filter((one) => used.has(one.id)).map((one) => one.assistantId))
  const stateOf = (tag: string, id: string): Finding['state'] | null => {
    const owner = idOfTag(tag)
    if (used.has(id) || answering.has(id)) return null
    if (owner === null) return 'foreign'
    if (!numberIds.has(owner)) return 'orphan'
    // Of a number that is being set up or changed, this is the one it will have.
    const phone = phones.find((one) => one.id === owner)
    return phone && !busy.has(numberConversation(phone.id)) ? 'double' : null
  }
  const isIdle = (practiceId: string) =>
    runs.length === 0 &&
    !all.some((one) => one.registeredPracticeIds.includes(practiceId) || one.phones.some((phone) => phone.practiceId === practiceId))
  const isPractice = (id: string) => all.some((one) => one.practiceIds.includes(id))
  const serviceStateOf = (tag: string, sid: string, isEmpty: boolean): Finding['state'] | null => {
    const owner = idOfTag(tag)
    if (used.has(sid)) return null
    if (owner === null) return 'foreign'
    return !isPractice(owner) || (isEmpty && isIdle(owner)) ? 'orphan' : null
  }
  return [
    ...stock.numbers
      // Set up by hand, so that only its digits are known here.
      .filter((one) => !digits.has(one.phoneNumber))
      .flatMap((one) =>
        finding('number', stateOf(one.tag, one.sid), { id: one.sid, tag: one.tag, rentMicrodollars: rentOf(one.phoneNumber, rents) }),
      ),
    ...stock.hostedNumbers
      .filter((one) => !digits.has(one.phoneNumber) || idOfTag(one.tag) !== null)
      .flatMap((one) => finding('hosted number', stateOf(one.tag, one.id), one)),
    ...stock.assistants.flatMap((one) => finding('assistant', stateOf(one.tag, one.id), one)),
    ...stock.services.flatMap(({ sid, tag }) => {
      const isEmpty = stock.memberships.get(sid) === 0
      return finding('service', serviceStateOf(tag, sid, isEmpty), { id: sid, tag, isEmpty })
    }),
  ]
}

const rentOf = (phoneNumber: string, rents: LineDeps['rents']): number =>
  /^\+18(00|33|44|55|66|77|88)/.test(phoneNumber) ? rents.tollFree : rents.local

type Found = { id: string; tag: string; rentMicrodollars?: number; isEmpty?: boolean }

function finding(kind: FindingKind, state: Finding['state'] | null, { id, tag, rentMicrodollars = 0, isEmpty = false }: Found): Finding[] {
  return state === null ? [] : [{ kind, state, id, madeAt: madeAt(tag), rentMicrodollars, isEmpty }]
}

/** Ids of ours begin with the milliseconds of when they were made (UUID version 7). */
function madeAt(tag: string): number | null {
  const id = idOfTag(tag)
  return id?.[14] === '7' ? Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) : null
}

function missing(stock: VendorStock, { phones }: KnownLines, seesHost: boolean): Finding[] {
  const there = {
    number: new Set(stock.numbers.map((one) => one.sid)),
    service: new Set(stock.services.map((one) => one.sid)),
    'hosted number': new Set(stock.hostedNumbers.map((one) => one.id)),
    assistant: new Set(stock.assistants.map((one) => one.id)),
  }
  const gone = (kind: FindingKind, id: string | null): Finding[] =>
    id === null || there[kind].has(id) ? [] : [{ kind, state: 'missing', id, madeAt: null, rentMicrodollars: 0, isEmpty: false }]
  return phones.flatMap((phone) => [
    ...gone('number', phone.twilioSid),
    ...gone('service', phone.messagingServiceSid),
    ...(seesHost ? [...gone('hosted number', phone.vapiPhoneNumberId), ...gone('assistant', phone.vapiAssistantId)] : []),
  ])
}
