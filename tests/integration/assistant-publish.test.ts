import { faultPoints } from '@dentalanswer/relay/src/fault-points.ts'
import type { PracticePhone, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalTime } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, onTestFinished, test } from 'vitest'
import { providerNamed, typeNamed } from '../support/desk-samples.ts'
import { addManagedNumber, manageNumber } from '../support/managed-number.ts'
import { openWorld, type World } from '../support/world.ts'

const SECOND = 1 / 60

type Told = {
  model: { messages: { content: string }[]; tools: { type: string; function?: { name: string } }[] }
  firstMessage: string
  server: object
}

async function openManaged() {
  const world = await openWorld()
  const { client } = await world.pair()
  const phone = await manageNumber(world)
  const setup = await world.setup()
  return { world, client, phone, setup }
}

const told = (world: World, phone: PracticePhone) =>
  world.vapi.assistants().find((one) => one.id === phone.vapiAssistantId) as unknown as Told
const promptOf = (world: World, phone: PracticePhone) => told(world, phone).model.messages[0]!.content
const versions = async (world: World) => {
  const rows = await world.rows<{ version: number; state: string; changes: string; revert_of: number | null; problem: string | null }>(
    'assistant_versions',
  )
  return rows.sort((a, b) => a.version - b.version).map(({ version, state, problem }) => ({ version: Number(version), state, problem }))
}
const updates = (world: World) => world.vapi.requests().filter((one) => one.method === 'PATCH' && one.path.includes('/assistant/'))
const saturday = (setup: Setup) => ({
  providerId: providerNamed(setup, 'Kim').id,
  shifts: [{ weekday: 6, startsAt: '09:00' as LocalTime, endsAt: '13:00' as LocalTime }],
})
const audited = async (world: World) =>
  (await world.rows<{ action: string }>('audit_log')).map((one) => one.action).filter((action) => action.startsWith('assistant.'))

async function settle(world: World, seconds = 3) {
  world.clock.advance(seconds * SECOND)
  await world.drain()
}

test('changed hours reach the assistant a few seconds later, and nothing else about it is lost', async () => {
  const { world, client, phone, setup } = await openManaged()
  const before = told(world, phone)
  await client.call('hours.put', saturday(setup))
  await world.drain()
  expect(promptOf(world, phone)).not.toContain('Saturday: 9 AM')
  expect(await versions(world)).toMatchObject([
    { version: 1, state: 'published' },
    { version: 2, state: 'waiting' },
  ])

  await settle(world)
  const after = told(world, phone)
  expect(promptOf(world, phone)).toContain('Saturday: 9 AM to 1 PM')
  expect(after.model.tools).toEqual(before.model.tools)
  expect(after.model.tools.flatMap((tool) => tool.function?.name ?? [])).toHaveLength(8)
  expect({ ...after, model: null, updatedAt: null }).toEqual({ ...before, model: null, updatedAt: null })
  const { assistantVersions, phoneNumbers } = (await client.call('snapshot.take', {})).entities
  expect(assistantVersions).toMatchObject([
    { version: 2, state: 'published', by: 'Front desk', changes: ['Hours on Saturday: 9 AM to 1 PM, was closed'], problem: null },
    { version: 1, state: 'replaced' },
  ])
  expect(assistantVersions?.[0]?.publishedAt).not.toBeNull()
  expect(phoneNumbers).toMatchObject([{ id: phone.id, assistantVersion: 2 }])
  expect(await audited(world)).toEqual(['assistant.made', 'assistant.changed', 'assistant.published'])
})

test('several changes in a row are given once, fifteen seconds after the first at the latest', async () => {
  const { world, client, phone, setup } = await openManaged()
  const startingUpdates = updates(world).length
  for (let at = 0; at < 7; at++) {
    await client.call('practice.change', { settings: { minimumNoticeMinutes: 120 + at * 60 } })
    await settle(world, 2)
  }
  expect(updates(world).length - startingUpdates).toBe(0)
  await client.call('provider.put', { ...providerNamed(setup, 'Kim'), spokenName: 'Kimmy' })
  await settle(world, 1)
  expect(updates(world).length - startingUpdates).toBe(1)
  expect(promptOf(world, phone)).toContain('Kimmy')
  expect(promptOf(world, phone)).toContain('8 hours')
  expect(await versions(world)).toMatchObject([{ state: 'replaced' }, { version: 2, state: 'published' }])
})

test('a change that is taken back within the wait is never given', async () => {
  const { world, client, setup } = await openManaged()
  const startingUpdates = updates(world).length
  const kim = providerNamed(setup, 'Kim')
  await client.call('provider.put', { ...kim, spokenName: 'Kimmy' })
  await client.call('provider.put', kim)
  expect(await versions(world)).toMatchObject([{ state: 'published' }, { version: 2, state: 'replaced' }])
  await settle(world, 60)
  expect(updates(world).length - startingUpdates).toBe(0)
  expect(await audited(world)).toEqual(['assistant.made', 'assistant.changed', 'assistant.taken_back'])
})

test('what callers do not notice makes no version', async () => {
  const { world, client, setup } = await openManaged()
  await client.call('operatory.put', { ...setup.operatories[0]!, name: 'Room 1' })
  await client.call('practice.change', { settings: { slotStepMinutes: 30, textTemplates: setup.practice.settings.textTemplates } })
  await client.call('closure.add', {
    kind: 'closed',
    providerId: null,
    operatoryId: null,
    startsAt: '2026-03-09T15:00:00.000Z' as never,
    endsAt: '2026-03-09T16:00:00.000Z' as never,
    releasedAt: null,
    reason: 'Mrs. Garcia',
  })
  expect(await versions(world)).toHaveLength(1)
})

test('a number that the operator set up by hand is never written to', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  await client.call('hours.put', saturday(await world.setup()))
  await settle(world, 60)
  expect(await versions(world)).toEqual([])
  expect(updates(world)).toEqual([])
  await expect(client.call('assistant.publish', {})).rejects.toMatchObject({ code: 'NOT_NOW' })
})

test('every managed number of the practice is given the same words', async () => {
  const { world, client, phone } = await openManaged()
  const second = await addManagedNumber(world, phone, '+15125567001')
  await client.call('practice.change', { settings: { assistant: { ...(await world.setup()).practice.settings.assistant, name: 'Robin' } } })
  await settle(world)
  for (const one of [phone, second]) expect(told(world, one).firstMessage).toContain('I am Robin, the AI assistant')
  expect((await world.setup()).phoneNumbers.map((one) => one.assistantVersion)).toEqual([2, 2])
})

test('while the voice service is away staff see why, and it is given as soon as it answers', async () => {
  const { world, client, phone, setup } = await openManaged()
  world.vapi.setDown(true)
  await client.call('hours.put', saturday(setup))
  await settle(world)
  expect(await versions(world)).toMatchObject([
    { state: 'published' },
    { version: 2, state: 'publishing', problem: expect.stringContaining('could not be reached') },
  ])
  const events = (await world.events()).length
  await settle(world, 600)
  expect((await world.events()).length).toBe(events)
  world.vapi.setDown(false)
  await settle(world, 600)
  expect(await versions(world)).toMatchObject([{ state: 'replaced' }, { state: 'published', problem: null }])
  expect(promptOf(world, phone)).toContain('Saturday')
})

test('publishing again does not wait for the next try, and is the same version', async () => {
  const { world, client, phone } = await openManaged()
  world.vapi.setDown(true)
  await client.call('practice.change', { name: 'Second Dental' })
  await settle(world)
  world.vapi.setDown(false)
  const again = await client.call('assistant.publish', {})
  expect(again).toMatchObject({ version: 2, state: 'publishing', problem: null, changes: [expect.stringContaining('Second Dental')] })
  await settle(world, 0)
  expect(told(world, phone).firstMessage).toContain('Second Dental')
  expect((await versions(world)).at(-1)).toMatchObject({ version: 2, state: 'published' })
})

test('an answer that was lost is looked up, and the words are given once more only when they did not arrive', async () => {
  const { world, client, phone, setup } = await openManaged()
  const startingUpdates = updates(world).length
  world.vapi.faults.set({ publishes: { kind: 'accept-then-reset', times: 1 } } as never)
  await client.call('hours.put', saturday(setup))
  await settle(world)
  await settle(world, 600)
  expect(updates(world).length - startingUpdates).toBe(1)
  world.vapi.faults.set({ publishes: { kind: 'reset', times: 1 } } as never)
  await client.call('practice.change', { settings: { minimumNoticeMinutes: 240 } })
  await settle(world)
  await settle(world, 600)
  expect(updates(world).length - startingUpdates).toBe(3)
  expect(promptOf(world, phone)).toContain('4 hours')
  expect((await versions(world)).at(-1)).toMatchObject({ version: 3, state: 'published' })
})

test('a refusal stops with a plain cause; the next try starts from there', async () => {
  const { world, client, phone, setup } = await openManaged()
  world.vapi.setKey('another')
  await client.call('hours.put', saturday(setup))
  await settle(world)
  const failed = (await client.call('snapshot.take', {})).entities.assistantVersions?.[0]
  expect(failed).toMatchObject({ version: 2, state: 'failed', problem: expect.stringContaining('does not accept the key') })
  expect(await world.rows('outbox')).toMatchObject([{ state: 'failed', last_error: 'WRONG_CREDENTIALS' }])

  world.vapi.setKey('key')
  expect(await client.call('assistant.publish', { by: 'Kim' })).toMatchObject({ version: 2, state: 'publishing', problem: null, by: 'Kim' })
  await settle(world, 0)
  expect(await versions(world)).toMatchObject([{ state: 'replaced' }, { version: 2, state: 'published' }])
  expect(promptOf(world, phone)).toContain('Saturday')
})

test('one number without its assistant does not keep the others from being told', async () => {
  const { world, client, phone } = await openManaged()
  const second = await addManagedNumber(world, phone, '+15125567002')
  world.vapi.removeAssistant(phone.vapiAssistantId!)
  await client.call('practice.change', { name: 'Brighter Smiles' })
  await settle(world)
  expect(told(world, second).firstMessage).toContain('Brighter Smiles')
  expect((await versions(world)).at(-1)).toMatchObject({ state: 'failed', problem: expect.stringContaining('lost its assistant') })
})

test('a newer change takes over from one that cannot be given', async () => {
  const { world, client, phone, setup } = await openManaged()
  world.vapi.setDown(true)
  await client.call('hours.put', saturday(setup))
  await settle(world)
  await client.call('practice.change', { name: 'Brighter Smiles' })
  await client.call('assistant.publish', {})
  expect(await versions(world)).toMatchObject([{ state: 'published' }, { state: 'replaced' }, { version: 3, state: 'publishing' }])
  world.vapi.setDown(false)
  await settle(world, 600)
  await settle(world, 600)
  expect(await versions(world)).toMatchObject([{ state: 'replaced' }, { state: 'replaced' }, { version: 3, state: 'published' }])
  expect(promptOf(world, phone)).toContain('Brighter Smiles')
  expect(promptOf(world, phone)).toContain('Saturday')
})

test('two desks that change different things at once lose nothing', async () => {
  const { world, client, phone, setup } = await openManaged()
  const other = await world.pair('Back office')
  await Promise.all([
    client.call('hours.put', saturday(setup)),
    other.client.call('appointmentType.put', { ...typeNamed(setup, 'Filling'), bookableByVoice: false }),
    client.call('practice.change', { name: 'Brighter Smiles' }),
  ])
  await settle(world)
  const prompt = promptOf(world, phone)
  for (const words of ['Saturday', 'Staff decide about: Filling', 'Brighter Smiles']) expect(prompt).toContain(words)
  const newest = (await client.call('snapshot.take', {})).entities.assistantVersions?.[0]
  expect(newest).toMatchObject({ version: 2, state: 'published' })
  expect(newest?.changes).toHaveLength(3)
})

test('a change in one practice never touches the assistant of another', async () => {
  const { world, client } = await openManaged()
  const other = await world.addPractice({ name: 'Other Dental' })
  const theirs = await manageNumber(world, other)
  const before = told(world, theirs)
  await client.call('practice.change', { name: 'Brighter Smiles' })
  await settle(world)
  expect(told(world, theirs)).toEqual(before)
  expect(await other.rows('assistant_versions')).toHaveLength(1)
})

test('two publishings never meet at the voice service: the newer one waits, and has the last word', async () => {
  const { world, client, phone } = await openManaged()
  const startingUpdates = updates(world).length
  world.vapi.faults.set({ publishes: { kind: 'hang', times: 1 } } as never)
  await client.call('practice.change', { name: 'Second Dental' })
  world.clock.advance(3 * SECOND)
  const first = world.drainOnly()
  await expect.poll(() => world.vapi.faults.hold.count()).toBe(1)
  await client.call('practice.change', { name: 'Third Dental' })
  await client.call('assistant.publish', {})
  expect(await world.drainOnly()).toBe(0)
  expect(updates(world).length - startingUpdates).toBe(1)
  world.vapi.faults.release()
  await first
  await settle(world, 600)
  expect(told(world, phone).firstMessage).toContain('Third Dental')
  expect(await versions(world)).toMatchObject([{ state: 'replaced' }, { state: 'replaced' }, { version: 3, state: 'published' }])
})

test.each(['publish:before-vendor', 'publish:after-vendor'])('a relay that dies at %s goes on where it was', async (point) => {
  const { world, client, phone } = await openManaged()
  const startingUpdates = updates(world).length
  const { reach } = faultPoints
  onTestFinished(() => {
    faultPoints.reach = reach
  })
  faultPoints.reach = (reached) => {
    if (reached === point) throw new Error('dead')
  }
  await client.call('practice.change', { name: 'Second Dental' })
  await settle(world)
  expect(await versions(world)).toMatchObject([{ state: 'published' }, { state: 'publishing' }])
  faultPoints.reach = reach
  await settle(world, 600)
  expect(await versions(world)).toMatchObject([{ state: 'replaced' }, { state: 'published' }])
  expect(told(world, phone).firstMessage).toContain('Second Dental')
  expect(updates(world).length - startingUpdates).toBe(1)
})

test('a line that forwards to the new number is no longer rung when the assistant fails', async () => {
  const world = await openWorld({ practice: { phoneNumbers: [] } })
  const { client } = await world.pair()
  const [wanted] = world.twilio.poolOf('206').filter((one) => !one.needsAddress)
  const desk = world.practice.phoneNumber
  await client.call('onboarding.start', { way: 'forward', phoneNumber: wanted!.phoneNumber as never, forwardedFrom: desk })
  await world.drain()
  expect(JSON.stringify(world.vapi.assistants())).toContain(desk)
  await settle(world)
  const [newest] = (await client.call('snapshot.take', {})).entities.assistantVersions ?? []
  expect(newest).toMatchObject({
    version: 2,
    state: 'published',
    changes: ['When the assistant fails, calls go to: nobody, was (512) 555-0142'],
  })
  expect(JSON.stringify(world.vapi.assistants())).not.toContain(desk)

  // Named for putting callers through it still leads back here when nobody picks up.
  await client.call('practice.change', { settings: { transferNumber: desk } })
  await settle(world)
  const hooks = world.vapi.assistants().map((one) => (one as { hooks?: unknown }).hooks)
  expect(JSON.stringify(hooks)).not.toContain(desk)
  await client.call('practice.change', { settings: { transferNumber: null } })

  const [phone] = (await world.setup()).phoneNumbers
  await client.call('number.change', { phoneNumberId: phone!.id, forwardedFrom: null })
  await settle(world)
  expect(JSON.stringify(world.vapi.assistants())).toContain(desk)
})
