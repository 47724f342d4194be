import { randomUUID } from 'node:crypto'
import type { OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { expect } from 'vitest'
import { command } from './booking-scenarios.ts'
import type { Scenario } from './die-everywhere.ts'
import type { Lab, LabPractice } from './fault-lab.ts'

type Desk = Awaited<ReturnType<LabPractice['pair']>>
type Run = Pick<OnboardingRun, 'state' | 'problem' | 'retryAt' | 'phoneNumberId'>
type Started = Desk & { phoneNumber: PhoneNumber; key: string }

const given = new WeakMap<Lab, Set<string>>()

/** A number for sale that no other practice of this lab was given. */
function freeNumber(lab: Lab): PhoneNumber {
  const taken = given.get(lab) ?? new Set()
  given.set(lab, taken)
  for (const code of ['206', '425', '512', '737', '312', '773', '872', '253', '303', '617', '404', '602', '503', '702'])
    for (const { phoneNumber, needsAddress } of lab.sandbox.twilio.poolOf(code))
      if (!needsAddress && !taken.has(phoneNumber)) {
        taken.add(phoneNumber)
        return phoneNumber as PhoneNumber
      }
  throw new Error('all numbers of the stand-in are sold')
}

const start = ({ client, phoneNumber, key }: Started) => command(client, 'onboarding.start', { way: 'new', phoneNumber }, key)

/** A number is got from the first request to the last look. */
export const getNumber = (lab: Lab): Omit<Scenario<Started>, 'covers'> => ({
  prepare: async (practice) => ({ ...(await practice.pair()), phoneNumber: freeNumber(lab), key: randomUUID() }),
  passesWithinMs: 20_000,
  act: start,
  async check({ phoneNumber }, practice) {
    await ended(lab, practice, { state: 'done', problem: null })
    const phones = await lab.sql(`select * from phone_numbers where practice_id = ? and way = 'new'`, [practice.id])
    expect(phones).toHaveLength(1)
    const { numbers, services, hosted, assistants } = ours(lab, practice, String(phones[0]!.id))
    expect(numbers).toMatchObject([{ phoneNumber, sid: phones[0]!.twilio_sid }])
    expect(services).toMatchObject([{ sid: phones[0]!.messaging_service_sid, numberSids: [phones[0]!.twilio_sid] }])
    expect(hosted).toMatchObject([{ id: phones[0]!.vapi_phone_number_id, smsEnabled: false, assistantId: phones[0]!.vapi_assistant_id }])
    expect(assistants).toMatchObject([{ id: phones[0]!.vapi_assistant_id }])
    await expectNoOrphans(lab)
  },
})

/** All but the last is done and cannot go on; staff take it back. While this goes on nothing can be linked in this lab. */
export const takeNumberBack = (lab: Lab): Omit<Scenario<Started & { runId: OnboardingRun['id'] }>, 'covers'> => ({
  async prepare(practice) {
    lab.sandbox.vapi.faults.set({ links: '503' })
    const started = { ...(await practice.pair()), phoneNumber: freeNumber(lab), key: randomUUID() }
    const { id: runId } = (await start(started)) as OnboardingRun
    await expect.poll(async () => (await runsOf(lab, practice))[0]?.retryAt, { timeout: 10_000, interval: 20 }).not.toBeNull()
    return { ...started, key: randomUUID(), runId }
  },
  passesWithinMs: 20_000,
  act: ({ client, runId, key }) => command(client, 'onboarding.undo', { runId }, key),
  async check(_, practice) {
    const run = await ended(lab, practice, { state: 'undone' })
    expect(ours(lab, practice, String(run.phoneNumberId))).toEqual({ numbers: [], services: [], hosted: [], assistants: [] })
    await expectNoOrphans(lab)
  },
})

/** The practice's one run, once it is over: a look that got no answer is repeated seconds later. */
async function ended(lab: Lab, practice: LabPractice, as: Partial<Run>): Promise<Run> {
  await expect.poll(() => runsOf(lab, practice), { timeout: 20_000, interval: 20 }).toMatchObject([as])
  const [run] = await runsOf(lab, practice)
  return run!
}

async function runsOf(lab: Lab, practice: LabPractice): Promise<Run[]> {
  const rows = await lab.sql('select * from onboarding_runs where practice_id = ?', [practice.id])
  return rows.map((row) => ({
    state: row.state as OnboardingRun['state'],
    problem: JSON.parse(String(row.problem)),
    retryAt: row.retry_at as OnboardingRun['retryAt'],
    phoneNumberId: row.phone_number_id as OnboardingRun['phoneNumberId'],
  }))
}

/** What carries the practice's or the number's tag at the vendors. */
function ours({ sandbox: { twilio, vapi } }: Lab, practice: LabPractice, phoneNumberId: string) {
  const tag = `da:${phoneNumberId}`
  return {
    numbers: twilio.numbers().filter((one) => one.friendlyName === tag),
    services: twilio.services().filter((one) => one.settings.FriendlyName === `da:${practice.id}`),
    hosted: vapi.phoneNumbers().filter((one) => one.name === tag),
    assistants: vapi.assistants().filter((one) => one.name === tag),
  }
}

/** Everything at the vendors that carries our mark is known here, to a number in use or a run that is not over. */
async function expectNoOrphans(lab: Lab): Promise<void> {
  const { twilio, vapi } = lab.sandbox
  const known = new Set([
    ...(await lab.sql('select id from phone_numbers')).map((row) => `da:${row.id}`),
    ...(await lab.sql('select id from practices')).map((row) => `da:${row.id}`),
    ...(await lab.sql(`select phone_number_id from onboarding_runs where state in ('running', 'failed', 'undoing')`)).map(
      (row) => `da:${row.phone_number_id}`,
    ),
  ])
  const names = [
    ...twilio.numbers().map((one) => one.friendlyName),
    ...twilio.services().map((one) => String(one.settings.FriendlyName)),
    ...vapi.phoneNumbers().map((one) => String(one.name)),
    ...vapi.assistants().map((one) => String(one.name)),
  ]
  expect(names.filter((name) => name.startsWith('da:') && !known.has(name))).toEqual([])
}
