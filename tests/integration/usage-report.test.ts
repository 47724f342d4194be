import { randomUUID } from 'node:crypto'
import { usageQueries } from '@dentalanswer/relay/src/desk/usage-queries.ts'
import { changeSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { UsageReport } from '@dentalanswer/shared/domain/usage.ts'
import { expect, test } from 'vitest'
import { openWorld, type PracticeWorld, type World } from '../support/world.ts'
import { changePhone } from './registration-scenes.ts'

const ANA = '+15125550199'
const PRICES = {
  costs: { segmentOut: 12_500, segmentIn: 8_300, rentLocal: 1_150_000, rentTollFree: 2_150_000 },
  charges: { month: 50_000_000, minute: 250_000, segment: 30_000 },
  showsMargin: true,
}

async function addCall(
  world: Pick<PracticeWorld, 'ctx'>,
  change: Partial<Omit<Call, 'createdAt'>> & { createdAt: string; seconds?: number },
): Promise<Call> {
  const { seconds = 61, ...given } = change
  const call = {
    id: randomUUID(),
    externalId: randomUUID(),
    phoneNumberId: null,
    direction: 'inbound',
    callerNumber: ANA,
    status: 'ended',
    startedAt: change.createdAt,
    endedAt: new Date(Date.parse(change.createdAt) + seconds * 1_000).toISOString(),
    endedReason: null,
    summary: null,
    structuredData: null,
    successEvaluation: null,
    costMicrodollars: 100_000,
    recordingRef: null,
    urgency: 'none',
    provenPatientIds: [],
    difference: null,
    hasReport: true,
    takenOverBy: null,
    takenOverAt: null,
    updatedAt: change.createdAt,
    ...given,
  } as unknown as Call
  await write(world.ctx, 'test-call', function* (tx) {
    yield* tx.insert('calls', call)
    tx.emit('call.changed')
  })
  return call
}

async function addText(world: PracticeWorld, change: Partial<Omit<Message, 'createdAt'>> & { createdAt: string }): Promise<void> {
  const isOut = change.direction !== 'inbound'
  const message = {
    id: randomUUID(),
    direction: 'outbound',
    fromNumber: isOut ? world.ourNumber : ANA,
    toNumber: isOut ? ANA : world.ourNumber,
    patientNumber: ANA,
    body: 'x',
    purpose: 'staff',
    asked: 'none',
    relatedType: null,
    relatedId: null,
    provider: 'twilio',
    providerMessageId: null,
    status: isOut ? 'delivered' : 'received',
    errorCode: null,
    error: null,
    segments: 1,
    mediaCount: 0,
    sentBy: 'desk',
    sourceCallId: null,
    reading: null,
    attention: 'none',
    attentionReason: null,
    sendAfter: null,
    sentAt: null,
    receivedAt: null,
    deliveredAt: null,
    ...change,
  } as unknown as Message
  await write(world.ctx, 'test-text', function* (tx) {
    yield* tx.insert('messages', message)
    tx.emit('message.changed')
  })
}

/** As a desk of a relay with these prices would be answered. */
const read = (world: World, from: string, to: string, prices: Parameters<typeof usageQueries>[0] = PRICES): Promise<UsageReport> =>
  usageQueries(prices)['usage.read'](world.ctx as never, { from, to })

const firstPhone = async (world: PracticeWorld): Promise<PracticePhone> => (await world.setup()).phoneNumbers[0]!

test('calls, texts and rent of a month are counted and priced', async () => {
  const world = await openWorld()
  const { id } = await firstPhone(world)
  await addCall(world, { phoneNumberId: id, createdAt: '2026-03-02T16:00:00.000Z', seconds: 61 })
  await addCall(world, {
    phoneNumberId: id,
    createdAt: '2026-03-03T16:00:00.000Z',
    seconds: 120,
    direction: 'outbound',
    costMicrodollars: null,
  })
  await addCall(world, { createdAt: '2026-03-03T17:00:00.000Z', seconds: 5 })
  await addText(world, { createdAt: '2026-03-02T16:01:00.000Z', segments: 2 })
  for (const status of ['accepted', 'sent', 'undelivered', 'unknown'] as const)
    await addText(world, { createdAt: '2026-03-02T16:02:00.000Z', status })
  for (const status of ['blocked', 'failed', 'waiting', 'sending'] as const)
    await addText(world, { createdAt: '2026-03-02T16:02:00.000Z', status })
  await addText(world, { direction: 'inbound', createdAt: '2026-03-02T16:03:00.000Z' })

  const report = await read(world, '2026-03', '2026-03')
  expect(report.rows).toHaveLength(2)
  expect(report.rows[0]).toMatchObject({
    phoneNumberId: id,
    calls: 2,
    callsBooked: 0,
    seconds: 181,
    callsWithoutCost: 1,
    textsIn: 1,
    textsOut: 5,
    segmentsIn: 1,
    segmentsOut: 6,
    voiceMicrodollars: 100_000,
    textMicrodollars: 6 * 12_500 + 8_300,
    rentMicrodollars: 1_150_000,
    totalMicrodollars: 100_000 + 6 * 12_500 + 8_300 + 1_150_000,
  })
  expect(report.rows[1]).toMatchObject({ phoneNumberId: null, phoneNumber: null, calls: 1, seconds: 5, rentMicrodollars: 0 })
  // Minutes are rounded up call by call: 2, 2 and 1.
  const charged = 50_000_000 + 5 * 250_000 + 6 * 30_000
  const cost = report.rows.reduce((sum, row) => sum + row.totalMicrodollars, 0)
  expect(report.totals).toEqual([
    { month: '2026-03', totalMicrodollars: cost, chargedMicrodollars: charged, marginMicrodollars: charged - cost },
  ])
})

test('a call in which something was booked counts once, however much was booked', async () => {
  const world = await openWorld()
  const call = await world.call()
  const ana = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'filling' }
  for (const startsAt of ['March 11 at nine', 'March 18 at nine']) await call.tool('book-appointment', { ...ana, startsAt })
  await call.end()
  const silent = await world.call({ from: '+15125550111' })
  await silent.end()
  expect((await read(world, '2026-03', '2026-03')).rows[0]).toMatchObject({ calls: 2, callsBooked: 1 })
})

test('a month ends at the practice’s midnight, not at that of the clocks in between', async () => {
  const world = await openWorld()
  const { id } = await firstPhone(world)
  // Chicago: daylight saving begins on 8 March, so April begins at 5:00 UTC and March began at 6:00.
  for (const createdAt of ['2026-03-01T05:59:59.999Z', '2026-03-01T06:00:00.000Z', '2026-04-01T04:59:59.999Z', '2026-04-01T05:00:00.000Z'])
    await addCall(world, { phoneNumberId: id, createdAt })
  world.clock.set('2026-04-02T15:00:00.000Z')
  const { rows } = await read(world, '2026-02', '2026-04')
  expect(rows.map((row) => [row.month, row.calls])).toEqual([
    ['2026-02', 1],
    ['2026-03', 2],
    ['2026-04', 1],
  ])
  expect(rows.map((row) => row.rentMicrodollars)).toEqual([0, 1_150_000, 1_150_000])
})

test('a number that was given up stays in the months it was there, and one bought again counts its own', async () => {
  const world = await openWorld()
  const first = await firstPhone(world)
  await changePhone(world, first.id, { status: 'released', releaseAt: '2026-04-10T15:00:00.000Z' as never, rentMicrodollars: 2_000_000 })
  const again = randomUUID()
  await write(world.ctx, 'test', function* (tx) {
    const vendor = { vapiPhoneNumberId: null, vapiAssistantId: null }
    yield* tx.insert('phoneNumbers', {
      ...first,
      ...vendor,
      id: again as never,
      createdAt: '2026-06-05T15:00:00.000Z' as never,
      rentMicrodollars: 3_000_000,
    })
    tx.emit('number.changed')
    yield* changeSetup(tx)
  })
  await addText(world, { createdAt: '2026-04-09T15:00:00.000Z' })
  await addText(world, { createdAt: '2026-06-06T15:00:00.000Z' })
  world.clock.set('2026-06-20T15:00:00.000Z')
  const { rows } = await read(world, '2026-03', '2026-07')
  expect(rows.map((row) => [row.month, row.phoneNumberId === again, row.textsOut, row.rentMicrodollars])).toEqual([
    ['2026-03', false, 0, 2_000_000],
    ['2026-04', false, 1, 2_000_000],
    ['2026-06', true, 1, 3_000_000],
  ])
})

test('another practice’s usage is its own, and the margin is for the operator unless it is shown', async () => {
  const world = await openWorld()
  const other = await world.addPractice()
  await addText(other, { createdAt: '2026-03-02T16:00:00.000Z' })
  const report = await read(world, '2026-03', '2026-03', { ...PRICES, showsMargin: false })
  expect(report.rows).toMatchObject([{ textsOut: 0 }])
  expect(report.totals).toMatchObject([{ chargedMicrodollars: 50_000_000, marginMicrodollars: null }])
  const unpriced = await read(world, '2026-03', '2026-03', { ...PRICES, charges: null })
  expect(unpriced.totals).toMatchObject([{ chargedMicrodollars: null, marginMicrodollars: null }])
})

test('a desk reads it over the wire, and is refused too many months', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const report = await client.call('usage.read', { from: '2026-02', to: '2026-03' })
  expect(report.months).toEqual(['2026-02', '2026-03'])
  expect(report.rows).toMatchObject([{ month: '2026-03', calls: 0 }])
  await expect(client.call('usage.read', { from: '2024-01', to: '2026-01' })).rejects.toMatchObject({ code: 'RANGE_TOO_LONG' })
  await expect(client.call('usage.read', { from: '2026-02', to: '2026-01' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})
