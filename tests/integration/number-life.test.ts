import { expect, test } from 'vitest'
import { addManaged, openNumberWorld } from './number-scenes.ts'

const by = 'Ana'

test('a number is renamed, made the main one and given its line, and the desks see it', async () => {
  const { world, phone, client, present } = await openNumberWorld()
  const [first] = (await world.setup()).phoneNumbers.filter((one) => one.id !== phone.id)
  const renamed = await client.call('number.change', { phoneNumberId: phone.id, label: 'North office', isPrimary: true, by })
  expect(renamed).toMatchObject({ label: 'North office', isPrimary: true })
  expect((await present(first!.id)).isPrimary).toBe(false)
  await client.call('number.change', { phoneNumberId: phone.id, forwardedFrom: '+15125550142' as never, by })
  expect((await present()).forwardedFrom).toBe('+15125550142')
  const last = (await world.events()).at(-1)!
  expect(last.changed.phoneNumbers).toEqual([await present()])
  const itself = { phoneNumberId: phone.id, forwardedFrom: phone.phoneNumber, by }
  await expect(client.call('number.change', itself)).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('a paused number rings the desk and a resumed one its assistant again', async () => {
  const { world, phone, client, pass, atSupplier } = await openNumberWorld()
  expect(atSupplier()?.settings.VoiceUrl).toBe(phone.voiceUrl)
  expect((await client.call('number.pause', { phoneNumberId: phone.id, by })).status).toBe('paused')
  await pass(0)
  expect(atSupplier()?.settings.VoiceUrl).toContain(world.deps.lines.deskVoiceUrl)
  const ring = await world.twilio.ring({ from: '+15125550177', to: phone.phoneNumber })
  expect(ring.path).toContain('+15125550142')
  await client.call('number.resume', { phoneNumberId: phone.id, by })
  await pass(0)
  expect(atSupplier()?.settings.VoiceUrl).toBe(phone.voiceUrl)
})

test('pressed back and forth quickly, the last wish wins', async () => {
  const { world, phone, client, pass, atSupplier } = await openNumberWorld()
  for (const name of ['number.pause', 'number.resume', 'number.pause', 'number.pause'] as const)
    await client.call(name, { phoneNumberId: phone.id, by })
  await pass(1)
  expect(atSupplier()?.settings.VoiceUrl).toContain(world.deps.lines.deskVoiceUrl)
})

test('while the carrier service cannot be told, the number says so, and it is told later', async () => {
  const { world, phone, client, present, pass, atSupplier } = await openNumberWorld()
  world.twilio.faults.set({ configures: '503' })
  await client.call('number.pause', { phoneNumberId: phone.id, by })
  await pass(0)
  expect(await present()).toMatchObject({
    status: 'paused',
    health: {
      problems: [
        {
          code: 'VOICE_ADDRESS_CHANGED',
          repair: 'itself',
          message: 'Calls still reach the assistant: the carrier service could not be told yet.',
        },
      ],
    },
  })
  world.twilio.faults.clear()
  await pass(2)
  expect(atSupplier()?.settings.VoiceUrl).toContain(world.deps.lines.deskVoiceUrl)
  expect((await present()).health.problems).toEqual([])
})

test('a number set up by hand is paused by its digits and comes back to where its calls went', async () => {
  const { world, client, present, pass } = await openNumberWorld()
  const given = (await world.setup()).phoneNumbers.find((one) => one.way === 'given')!
  const supplied = () => world.twilio.numbers().find((one) => one.phoneNumber === given.phoneNumber)!
  world.twilio.configure(supplied().sid, { voiceUrl: 'https://voice.example.com/in' })
  await client.call('number.pause', { phoneNumberId: given.id, by })
  await pass(0)
  expect(supplied().settings.VoiceUrl).toContain(world.deps.lines.deskVoiceUrl)
  expect((await present(given.id)).voiceUrl).toBe('https://voice.example.com/in')
  await client.call('number.resume', { phoneNumberId: given.id, by })
  await pass(0)
  expect(supplied().settings.VoiceUrl).toBe('https://voice.example.com/in')
})

test('giving up needs the typed number, waits thirty days, and can be taken back until then', async () => {
  const { phone, client, present, pass, world, atSupplier } = await openNumberWorld()
  const release = (typed: string, isNow = false) => client.call('number.release', { phoneNumberId: phone.id, typed, isNow, by })
  await expect(release('512 555 0000')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(release('')).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const waits = await release(`(${phone.phoneNumber.slice(2, 5)}) ${phone.phoneNumber.slice(5)}`)
  expect(waits).toMatchObject({ status: 'active', releaseAt: '2026-04-01T15:00:00.000Z' })
  await client.call('number.keep', { phoneNumberId: phone.id, by })
  world.clock.advance(31 * 1_440)
  await pass(0)
  expect(await present()).toMatchObject({ status: 'active', releaseAt: null })
  expect(atSupplier()).toBeDefined()
})

test('a number given up is gone at both vendors and its ids there are forgotten', async () => {
  const { world, phone, client, present, pass, atSupplier, atHost } = await openNumberWorld()
  await client.call('number.release', { phoneNumberId: phone.id, typed: phone.phoneNumber, isNow: false, by })
  world.clock.advance(30 * 1_440 + 1)
  await pass(0)
  expect(await present()).toMatchObject({ status: 'released', vapiPhoneNumberId: null, vapiAssistantId: null, twilioSid: phone.twilioSid })
  expect([atSupplier(), atHost()]).toEqual([undefined, undefined])
  expect(world.vapi.assistants().some((one) => one.id === phone.vapiAssistantId)).toBe(false)
  expect(world.twilio.services().flatMap((one) => one.numberSids)).toEqual([])
  await expect(client.call('number.pause', { phoneNumberId: phone.id, by })).rejects.toMatchObject({ code: 'NOT_NOW' })
})

test('giving up goes on after trouble at every vendor call', async () => {
  for (const fault of ['accept-then-500', '503', 'reset'] as const) {
    const { world, phone, client, present, pass, atSupplier, atHost } = await openNumberWorld()
    world.vapi.faults.set({ removals: { kind: fault, times: 1 } })
    world.twilio.faults.set({ memberships: { kind: fault, times: 1 }, releases: { kind: fault, times: 1 } })
    await client.call('number.release', { phoneNumberId: phone.id, typed: phone.phoneNumber, isNow: true, by })
    await pass(6)
    expect((await present()).status).toBe('released')
    expect([atSupplier(), atHost()]).toEqual([undefined, undefined])
  }
})

test('the main number is given up last', async () => {
  const { world, phone, client } = await openNumberWorld()
  const primary = (await world.setup()).phoneNumbers.find((one) => one.isPrimary)!
  const release = (one: typeof phone) => client.call('number.release', { phoneNumberId: one.id, typed: one.phoneNumber, isNow: true, by })
  await expect(release(primary)).rejects.toMatchObject({ code: 'NOT_NOW' })
  await client.call('number.change', { phoneNumberId: phone.id, isPrimary: true, by })
  expect((await release(primary)).releaseAt).not.toBeNull()
})

test('an assistant is replaced while callers are answered, and the old one goes', async () => {
  const { world, phone, client, present, pass, atHost } = await openNumberWorld()
  world.vapi.faults.set({ links: { kind: '503', times: 1 } })
  await client.call('number.replaceAssistant', { phoneNumberId: phone.id, by })
  await pass(0)
  expect(atHost()?.assistantId).toBe(phone.vapiAssistantId)
  await pass(2)
  const replaced = await present()
  expect(replaced.vapiAssistantId).not.toBe(phone.vapiAssistantId)
  expect(atHost()?.assistantId).toBe(replaced.vapiAssistantId)
  const tagged = world.vapi.assistants().filter((one) => one.name === `da:${phone.id}`)
  expect(tagged.map((one) => one.id)).toEqual([replaced.vapiAssistantId])
  expect(replaced.health.problems).toEqual([])
})

test('numbers of another practice are unknown', async () => {
  const { world, client } = await openNumberWorld()
  const other = await addManaged(world, await world.addPractice())
  const phoneNumberId = other.id
  const asked = [
    client.call('number.change', { phoneNumberId, label: 'Mine', by }),
    client.call('number.pause', { phoneNumberId, by }),
    client.call('number.resume', { phoneNumberId, by }),
    client.call('number.release', { phoneNumberId, typed: other.phoneNumber, isNow: true, by }),
    client.call('number.keep', { phoneNumberId, by }),
    client.call('number.check', { phoneNumberId, by }),
    client.call('number.repair', { phoneNumberId, by }),
    client.call('number.replaceAssistant', { phoneNumberId, by }),
    client.call('number.try', { phoneNumberId, phoneNumber: '+15125550155' as never, by }),
    client.call('number.tryCall', { phoneNumberId, by }),
    client.call('number.tryText', { phoneNumberId, by }),
    client.call('number.tryForward', { phoneNumberId, by }),
  ]
  for (const answer of await Promise.allSettled(asked)) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } })
})
