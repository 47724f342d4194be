import { deskClient, pairDesk } from '@dentalanswer/shared/contract/desk-client.ts'
import { expect, onTestFinished, test } from 'vitest'
import { type DemoSettings, demoSettings, runDemoToEnd, startDemoProcess, takePort } from './demo-process.ts'
import { openDesk } from './desk.ts'

async function settingsForTest() {
  const settings = await demoSettings()
  onTestFinished(settings.drop)
  return settings
}

test('the demo says where everything is, stops at Ctrl-C, and keeps what was booked for the next start', async () => {
  const settings = await settingsForTest()
  const first = await startDemoProcess(settings)
  expect(first.printed()).toContain('running with a new demo practice, Bright Smiles Dental.')
  expect(first).toMatchObject({
    phonePage: `http://127.0.0.1:${settings.SANDBOX_PORT}/phone/`,
    relayUrl: `http://127.0.0.1:${settings.PORT}`,
    pairingCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  })
  const desk = await openDesk(first.relayUrl, first.pairingCode)
  const { client, token } = desk
  const [ana] = await client.call('patient.search', { text: 'Ana Garcia' })
  const callback = await client.call('callback.create', {
    patientId: ana!.id,
    callerName: null,
    phoneNumber: null,
    reason: 'Asked about whitening',
    urgency: 'routine',
    dueAt: new Date(Date.now() + 3_600_000).toISOString() as never,
    owner: null,
  })
  // The desk's live feed is still open.
  const stopped = await first.interrupt()
  await desk.close()
  expect(stopped.exitCode).toBe(0)
  expect(stopped.tookMs).toBeLessThan(5_000)
  expect(first.printed().trim().split('\n').at(-1)).toBe('Stopped. Everything booked is kept for the next start.')

  const second = await startDemoProcess(settings)
  expect(second.printed()).toContain('running with the demo practice, Bright Smiles Dental.')
  const again = deskClient({ baseUrl: second.relayUrl, token })
  // The morning left one promise to phone back and one blocked number; it is not played a second time.
  const kept = await again.call('callback.list', {})
  expect(kept).toHaveLength(3)
  expect(kept.find((one) => one.id === callback.id)).toMatchObject({ reason: 'Asked about whitening' })
  await expect(pairDesk(second.relayUrl, { code: first.pairingCode, deviceName: 'Late' })).rejects.toMatchObject({ name: 'DeskError' })
  expect((await second.interrupt()).exitCode).toBe(0)
})

test.each(['PORT', 'SANDBOX_PORT'] as const)('a taken %s is said in words, with the setting that chooses another one', async (name) => {
  const settings: DemoSettings = await settingsForTest()
  const taken = await takePort()
  onTestFinished(taken.free)
  const { exitCode, printed } = await runDemoToEnd({ ...settings, [name]: String(taken.number) })
  expect(exitCode).toBe(1)
  expect(printed.trim()).toBe(
    `Port ${taken.number} is taken by another program. Choose another one: ${name}=${taken.number + 100} npx -y pnpm@12 start`,
  )
})
