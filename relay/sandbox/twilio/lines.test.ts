import { afterEach, beforeEach, expect, test } from 'vitest'
import { OURS, openStandIn } from './open-stand-in.ts'

const DESK = '+15125550142'
const CALLER = '+15125550199'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const events = ['initiated', 'ringing', 'answered', 'completed']
const place = (more: object = {}) =>
  sandbox.client.calls.create({
    to: DESK,
    from: OURS,
    twiml: '<Response><Say>This is a test.</Say><Hangup/></Response>',
    statusCallback: 'https://relay.example.test/api/status',
    statusCallbackEvent: events,
    timeout: 30,
    machineDetection: 'Enable',
    ...more,
  })

test.each([
  ['a person', { answers: 'person' }, { status: 'completed', answeredBy: 'human', said: ['This is a test.'] }],
  ['voicemail', { answers: 'voicemail' }, { status: 'completed', answeredBy: 'machine_start' }],
  ['nobody', { answers: 'nobody' }, { status: 'no-answer', answeredBy: null, said: [] }],
  ['a busy line', { answers: 'busy' }, { status: 'busy' }],
  ['a line that is off', { answers: 'off' }, { status: 'failed' }],
  ['voicemail that is too late', { answers: 'voicemail', afterSeconds: 40 }, { status: 'no-answer' }],
] as const)('a call that we place to %s ends as it does in reality', async (_, line, wanted) => {
  sandbox.standIn.setLine(DESK, line)
  const placed = await place()
  expect(placed).toMatchObject({ status: 'queued', direction: 'outbound-api' })
  await sandbox.standIn.flush()
  expect(sandbox.standIn.calls()).toMatchObject([{ sid: placed.sid, path: [DESK], ...wanted }])
  expect(await sandbox.client.calls(placed.sid).fetch()).toMatchObject({ status: wanted.status })
})

test('forwarding follows its rule, and a circle of it ends', async () => {
  const reach = async (to: string) => (await sandbox.standIn.ring({ from: CALLER, to })).path
  const other = '+15125550143'
  sandbox.standIn.setLine(DESK, { answers: 'busy', forwardsTo: other, forwards: 'busy' })
  expect(await reach(DESK)).toEqual([DESK, other])
  sandbox.standIn.setLine(DESK, { answers: 'person', forwardsTo: other, forwards: 'busy' })
  expect(await reach(DESK)).toEqual([DESK])
  sandbox.standIn.setLine(DESK, { answers: 'nobody', forwardsTo: other, forwards: 'no-answer' })
  expect(await reach(DESK)).toEqual([DESK, other])
  // The carrier's voicemail is quicker than the forwarding.
  sandbox.standIn.setLine(DESK, { answers: 'voicemail', afterSeconds: 10, forwardsTo: other, forwards: 'no-answer' })
  expect(await reach(DESK)).toEqual([DESK])
  sandbox.standIn.setLine(DESK, { answers: 'person', forwardsTo: other })
  sandbox.standIn.setLine(other, { answers: 'person', forwardsTo: DESK })
  const round = await sandbox.standIn.ring({ from: CALLER, to: DESK })
  expect(round).toMatchObject({ answeredBy: null, status: 'failed' })
  expect(round.path).toHaveLength(8)
})

test('a call is placed only from a number of the account and only with instructions', async () => {
  await expect(place({ from: '+15125550111' })).rejects.toMatchObject({ code: 21210 })
  await expect(place({ to: '12' })).rejects.toMatchObject({ code: 21211 })
  await expect(place({ twiml: undefined })).rejects.toMatchObject({ code: 21205 })
  expect(sandbox.standIn.calls()).toEqual([])
})
