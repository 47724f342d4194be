import { linesOf } from '@dentalanswer/relay/src/deps.ts'
import { renewAssistants } from '@dentalanswer/relay/src/onboarding/renew-assistants.ts'
import { run, statement } from '@dentalanswer/relay/src/store/work.ts'
import { expect, test } from 'vitest'
import { manageNumber } from '../support/managed-number.ts'
import { openWorld, type World } from '../support/world.ts'

type Assistant = { firstMessage: string; server: { url: string; headers: Record<string, string> } }

async function openManaged() {
  const world = await openWorld()
  const { client } = await world.pair()
  await manageNumber(world)
  /** A relay with these settings starts. */
  const start = async (change: { apiUrl?: string; webhookSecret?: string } = {}) => {
    const { config } = world.deps
    const vapi = { ...config.vapi, webhookSecret: change.webhookSecret ?? config.vapi.webhookSecret }
    const lines = linesOf({ ...config, apiUrl: change.apiUrl ?? config.apiUrl, vapi })
    Object.assign(world.deps.dispatcher, { lines })
    const count = await renewAssistants(world.deps.base, lines)
    await settle(world)
    return count
  }
  return { world, client, start, assistant: () => world.vapi.assistants()[0] as unknown as Assistant }
}

async function settle(world: World) {
  world.clock.advance(1)
  await world.drain()
}

const setWords = statement((db, p: { practiceId: string; plan: string }) =>
  db
    .updateTable('assistant_versions')
    .set({ plan: p.plan } as never)
    .where('practice_id', '=', p.practiceId),
)

test('a relay with another address or secret gives it to every assistant of ours, once', async () => {
  const { start, assistant } = await openManaged()
  await start()
  expect(await start()).toBe(0)
  expect(await start({ apiUrl: 'https://new.example.com' })).toBe(1)
  expect(assistant().server.url).toBe('https://new.example.com/api/webhooks/vapi')
  expect(await start({ apiUrl: 'https://new.example.com' })).toBe(0)
  expect(await start({ apiUrl: 'https://new.example.com', webhookSecret: 'another-secret-of-the-tests' })).toBe(1)
  expect(assistant().server.headers).toEqual({ 'X-Vapi-Secret': 'another-secret-of-the-tests' })
})

test('what a number was found changed to stays until staff decide, also after a restart', async () => {
  const { world, start, assistant } = await openManaged()
  await start()
  Object.assign(assistant(), { firstMessage: 'Changed by hand' })
  expect(await start()).toBe(0)
  expect((world.vapi.assistants()[0] as unknown as Assistant).firstMessage).toBe('Changed by hand')
})

test('a release that words things differently makes a version of it, and a held one stays as it was', async () => {
  const { world, client, start, assistant } = await openManaged()
  const [kept] = await world.rows<{ plan: string }>('assistant_versions')
  const told = JSON.parse(kept!.plan)
  const plan = JSON.stringify({ ...told, spec: { ...told.spec, prompt: 'Older words.' } })
  await world.deps.store.write('test', () => run(setWords, { practiceId: world.practiceId, plan }))
  expect(await start()).toBe(0)
  const versions = await world.rows<{ version: number; state: string; changes: string }>('assistant_versions')
  expect(versions.find((one) => Number(one.version) === 2)).toMatchObject({
    state: 'published',
    changes: '["Its instructions are worded anew"]',
  })
  expect(JSON.stringify(assistant())).not.toContain('Older words.')
  await client.call('assistant.revert', { version: 1, by: 'Kim' })
  await settle(world)
  await world.deps.store.write('test', () => run(setWords, { practiceId: world.practiceId, plan }))
  await start()
  expect(await world.rows('assistant_versions')).toHaveLength(3)
})

test('what was refused, for a wrong key for example, is given at the next start', async () => {
  const { world, client, start, assistant } = await openManaged()
  world.vapi.setKey('another')
  await client.call('practice.change', { name: 'Second Dental' })
  await settle(world)
  world.vapi.setKey('key')
  expect(assistant().firstMessage).not.toContain('Second Dental')
  await start()
  expect(assistant().firstMessage).toContain('Second Dental')
})

test('a practice whose numbers were set up by hand is left alone', async () => {
  const world = await openWorld()
  expect(await renewAssistants(world.deps.base, world.deps.lines)).toBe(0)
  expect(await world.rows('assistant_versions')).toEqual([])
})

test('a version that was taken up again and refused is tried anew when asked again', async () => {
  const { world, client } = await openManaged()
  await client.call('practice.change', { name: 'Second Dental' })
  await settle(world)
  world.vapi.setKey('another')
  await client.call('assistant.revert', { version: 1, by: 'Kim' })
  await settle(world)
  const states = async () => (await world.rows<{ version: number; state: string }>('assistant_versions')).map((one) => one.state)
  expect(await states()).toContain('failed')
  world.vapi.setKey('key')
  await client.call('assistant.revert', { version: 1, by: 'Kim' })
  await settle(world)
  expect(await states()).not.toContain('failed')
  expect((world.vapi.assistants()[0] as unknown as Assistant).firstMessage).toContain('Bright Smiles Dental')
})

test('a number set up by hand follows the set-up once staff have given it an assistant of ours', async () => {
  const world = await openWorld()
  const { client } = await world.pair()
  const [given] = (await world.setup()).phoneNumbers
  await client.call('number.replaceAssistant', { phoneNumberId: given!.id, by: 'Kim' })
  await settle(world)
  const ours = () => world.vapi.assistants().find((one) => (one as { name?: string }).name === `da:${given!.id}`) as unknown as Assistant
  expect(ours().firstMessage).toContain('Bright Smiles Dental')
  await client.call('practice.change', { name: 'Second Dental' })
  await settle(world)
  expect(ours().firstMessage).toContain('Second Dental')
})
