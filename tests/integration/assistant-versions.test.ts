import { presentVersion } from '@dentalanswer/relay/src/onboarding/assistant-versions.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { run, statement } from '@dentalanswer/relay/src/store/work.ts'
import { expect, test } from 'vitest'
import { manageNumber } from '../support/managed-number.ts'
import { openWorld, type World } from '../support/world.ts'

async function openManaged() {
  const world = await openWorld()
  const { client } = await world.pair()
  await manageNumber(world)
  const rename = (name: string) => client.call('practice.change', { name })
  return { world, client, rename }
}

async function settle(world: World) {
  world.clock.advance(1)
  await world.drain()
}

const greeting = (world: World) => (world.vapi.assistants()[0] as { firstMessage?: string }).firstMessage
const standing = async (world: World) =>
  (await world.rows<{ version: number; state: string; revert_of: number | null }>('assistant_versions'))
    .sort((a, b) => a.version - b.version)
    .map((one) => [Number(one.version), one.state, one.revert_of])

test('an earlier version is taken up again, and later changes are held until somebody publishes', async () => {
  const { world, client, rename } = await openManaged()
  await rename('Second Dental')
  await settle(world)
  const reverted = await client.call('assistant.revert', { version: 1, by: 'Kim' })
  expect(reverted).toMatchObject({ version: 3, revertOf: 1, by: 'Kim', state: 'publishing' })
  expect(reverted.changes).toEqual(['The name of the practice: Bright Smiles Dental, was Second Dental'])
  await settle(world)
  expect(greeting(world)).toContain('Bright Smiles Dental')

  const events = (await world.events()).length
  await rename('Third Dental')
  expect((await world.events()).length).toBe(events + 1)
  await settle(world)
  expect(greeting(world)).toContain('Bright Smiles Dental')
  expect(await standing(world)).toEqual([
    [1, 'replaced', null],
    [2, 'replaced', null],
    [3, 'published', 1],
  ])

  expect(await client.call('assistant.publish', { by: 'Kim' })).toMatchObject({ version: 4, revertOf: null, state: 'publishing' })
  await settle(world)
  expect(greeting(world)).toContain('Third Dental')
  await rename('Fourth Dental')
  await settle(world)
  expect(greeting(world)).toContain('Fourth Dental')
  const actions = (await world.rows<{ action: string }>('audit_log')).map((one) => one.action)
  expect(actions).toEqual(expect.arrayContaining(['assistant.reverted', 'assistant.publish_asked']))
})

test('reverting twice makes one version, and the version it speaks with cannot be reverted to', async () => {
  const { world, client, rename } = await openManaged()
  await expect(client.call('assistant.revert', { version: 1 })).rejects.toMatchObject({ code: 'NOT_NOW' })
  await rename('Second Dental')
  await settle(world)
  const [first, second] = await Promise.all([
    client.call('assistant.revert', { version: 1 }),
    client.call('assistant.revert', { version: 1 }),
  ])
  expect(second.id).toBe(first.id)
  await settle(world)
  expect(await standing(world)).toHaveLength(3)
})

test('reverting drops what was still waiting', async () => {
  const { world, client, rename } = await openManaged()
  await rename('Second Dental')
  await settle(world)
  await rename('Third Dental')
  await client.call('assistant.revert', { version: 1 })
  await settle(world)
  expect(await standing(world)).toEqual([
    [1, 'replaced', null],
    [2, 'replaced', null],
    [3, 'replaced', null],
    [4, 'published', 1],
  ])
  expect(greeting(world)).toContain('Bright Smiles Dental')
})

test('publishing does not wait for more changes, and gives the same words again when asked', async () => {
  const { world, client, rename } = await openManaged()
  await rename('Second Dental')
  expect(await client.call('assistant.publish', {})).toMatchObject({ version: 2, state: 'publishing', by: 'Front desk' })
  await world.drain()
  expect(greeting(world)).toContain('Second Dental')
  world.vapi.changeAssistant(world.vapi.assistants()[0]!.id, { firstMessage: 'Somebody changed this.' } as never)
  expect(await client.call('assistant.publish', {})).toMatchObject({ version: 3, changes: [] })
  await world.drain()
  expect(greeting(world)).toContain('Second Dental')
})

test('what a version was told can be read word for word, by its own practice only', async () => {
  const { world, client, rename } = await openManaged()
  await rename('Second Dental')
  await settle(world)
  const first = await client.call('assistant.version', { version: 1 })
  expect(first.version).toMatchObject({ version: 1, state: 'replaced' })
  expect(first.firstMessage).toBe('Hello, I am Ava, the AI assistant of Bright Smiles Dental. How can I help you?')
  expect(first.prompt).toContain('Emergencies come before everything else')
  expect(first.prompt).not.toContain('Second Dental')

  const other = await world.addPractice()
  const theirs = (await other.pair()).client
  await expect(theirs.call('assistant.version', { version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(theirs.call('assistant.revert', { version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(client.call('assistant.version', { version: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(client.call('assistant.revert', { version: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a new assistant gets the words of now: a version that waits is settled by it', async () => {
  const { world, rename } = await openManaged()
  await rename('Second Dental')
  const { version, spec } = await write(world.ctx, 'test', (tx) => presentVersion(tx, 'Kim'))
  expect(version).toMatchObject({ version: 2, state: 'publishing' })
  expect(spec.firstMessage).toContain('Second Dental')
  await rename('Third Dental')
  expect(await standing(world)).toEqual([
    [1, 'published', null],
    [2, 'publishing', null],
    [3, 'waiting', null],
  ])
  await settle(world)
  expect(greeting(world)).toContain('Third Dental')
  expect(await standing(world)).toEqual([
    [1, 'replaced', null],
    [2, 'replaced', null],
    [3, 'published', null],
  ])
})

test('before there is a number, each new assistant gets the set-up as it is then', async () => {
  const world = await openWorld({ practice: { phoneNumbers: [] } })
  const { client } = await world.pair()
  const present = () => write(world.ctx, 'test', (tx) => presentVersion(tx, 'Kim'))
  expect((await present()).version).toMatchObject({ version: 1, state: 'published', changes: [] })
  expect((await present()).version.version).toBe(1)
  await client.call('practice.change', { name: 'Second Dental' })
  expect((await present()).version).toMatchObject({
    version: 2,
    state: 'published',
    changes: ['The name of the practice: Second Dental, was Bright Smiles Dental'],
  })
  await world.drain()
  expect(world.vapi.requests()).toEqual([])
})

test('a practice that was stored before there were assistants has one with the first settings', async () => {
  const world = await openWorld()
  const { assistant: _, ...older } = world.practice.settings
  const store = statement((db, p: { id: string; settings: string }) =>
    db.updateTable('practices').set({ settings: p.settings, setup_version: 2 }).where('id', '=', p.id),
  )
  await world.deps.store.write('older', () => run(store, { id: world.practiceId, settings: JSON.stringify(older) }))
  const { spec } = await write(world.ctx, 'test', (tx) => presentVersion(tx, 'Kim'))
  expect(spec.firstMessage).toContain('I am Ava, the AI assistant')
  expect((await world.setup()).practice.settings).toEqual(world.practice.settings)
})
