import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { openDeskWorld } from '../support/desk-world.ts'
import { footer, isLive, isOffline, need, openBareDesk, openFrontDesk } from './front-desk.ts'

const field = (page: Page, name: string) => page.getByRole('textbox', { name })

async function typePairing(page: Page, address: string, code: string): Promise<void> {
  await field(page, 'Relay address').fill(address)
  await field(page, 'Pairing code').fill('')
  await field(page, 'Pairing code').pressSequentially(code)
  await page.keyboard.press('Enter')
}

/** Some other program at an address. */
async function program(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A port that was just given up. */
async function nothingThere(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `127.0.0.1:${port}`
}

test('a new desk is paired by typing an address and a code; whatever is wrong is said plainly under its field', async () => {
  const world = await openDeskWorld()
  const { page } = await openBareDesk(world)
  await page.getByRole('heading', { name: 'Pair this desk with your practice' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.matches('input') === true)

  const page404 = await program((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hotel</h1>'))
  const old = await program(
    (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"contractVersion":0}'),
  )
  const wrongs = [
    { address: '', code: 'ABCD2345', words: 'Type the relay’s address. Whoever runs the relay knows it.', under: 'Relay address' },
    { address: world.url, code: 'ABC', words: 'A pairing code has eight letters and digits, like ABCD-2345.', under: 'Pairing code' },
    {
      address: 'http://relay.example.com',
      code: 'ABCD2345',
      words: 'That address is not encrypted. Use the one that starts with https://.',
      under: 'Relay address',
    },
    {
      address: await nothingThere(),
      code: 'ABCD2345',
      words: 'The relay’s computer answers, but the relay does not run there.',
      under: 'Relay address',
    },
    {
      address: page404,
      code: 'ABCD2345',
      words: 'Something answers at this address, but it is no DentalAnswer relay.',
      under: 'Relay address',
    },
    { address: old, code: 'ABCD2345', words: 'The relay is older than this app. Whoever runs the relay has to update it.', under: null },
    {
      address: world.url,
      code: 'ABCD2345',
      words: 'That code is wrong, used or older than ten minutes. Ask for a new one.',
      under: 'Pairing code',
    },
  ]
  for (const { address, code, words, under } of wrongs) {
    await typePairing(page, address, code)
    await page.getByText(words).waitFor()
    if (!under) continue
    await expect.poll(() => field(page, under).getAttribute('aria-invalid'), { message: `${under} is marked for ${words}` }).toBe('true')
    expect(await field(page, under).evaluate((element) => element === document.activeElement), `${under} has the focus`).toBe(true)
  }

  const code = await world.pairingCode()
  await typePairing(page, world.url.replace('http://', ' '), code.toLowerCase().replace('-', ''))
  await page.getByRole('heading', { name: 'Now', level: 1 }).waitFor()
  await isLive(page)
  await page.getByText('Bright Smiles Dental').first().waitFor()
  await need(page, 'Emergency').waitFor()
})

test('after a restart it is still paired and shows the kept day before the relay answers', async () => {
  const world = await openDeskWorld()
  const first = await openFrontDesk(world)
  await need(first.page, 'Emergency').waitFor()
  const before = await need(first.page, '').count()
  await first.desk.close()
  await world.stopRelay()

  const again = await openBareDesk(world, { userData: first.userData })
  await need(again.page, 'Emergency').waitFor()
  const told = again.page.getByRole('alert').filter({ hasText: 'Emergency' })
  // Sooner than its next turn, half a minute later.
  await told.waitFor({ state: 'attached', timeout: 10_000 })
  expect(await need(again.page, '').count()).toBe(before)
  await isOffline(again.page)
  expect(await footer(again.page).getByRole('status').first().textContent()).toMatch(/as of 10:4\d AM.*Changes wait here/)
  await again.page.keyboard.press('5')
  await again.page.getByRole('main', { name: 'Day' }).waitFor()
  await expect.poll(() => again.page.locator('[data-appointment]').count(), { message: 'the kept day is drawn' }).toBeGreaterThan(20)

  await world.startRelay()
  await isLive(again.page)
})
