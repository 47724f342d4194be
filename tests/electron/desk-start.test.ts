import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, onTestFinished, test } from 'vitest'
import type {} from '../../desktop/src/renderer/bridge.ts'
import { openDeskWorld } from '../support/desk-world.ts'
import { type LaunchOptions, launchDesk } from './launch.ts'
import { openPairedDesk } from './paired-desk.ts'

const day = (text: string) => text as LocalDate

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The folder of a desk that was paired and closed. */
async function pairedFolder(): Promise<string> {
  const world = await openDeskWorld({ morning: false })
  const userData = newFolder()
  const { desk } = await openPairedDesk(world, { userData })
  await desk.close()
  return userData
}

async function isPaired(userData: string, options: Partial<LaunchOptions> = {}): Promise<boolean> {
  const desk = await launchDesk({ userData, ...options })
  const answer = await (await desk.page()).evaluate(() => window.desk.call('app.state', {}))
  await desk.close()
  return (answer as { value: { paired: unknown } }).value.paired !== null
}

test('a copy that cannot be opened is said, and the desk ends instead of staying unseen', async () => {
  const userData = await pairedFolder()
  for (const name of readdirSync(userData).filter((one) => one.startsWith('desk.sqlite'))) rmSync(join(userData, name))
  mkdirSync(join(userData, 'desk.sqlite'))
  const desk = await launchDesk({ userData, withoutWindow: true })
  expect(await desk.exited()).toBe(1)
  expect(desk.stderr()).toContain('start: SQLITE_CANTOPEN')
  expect(desk.stderr()).not.toContain(userData)
  rmSync(join(userData, 'desk.sqlite'), { recursive: true })
  expect(await isPaired(userData)).toBe(true)
})

test('a pairing whose key store is locked is not given up before a person says so', async () => {
  const userData = await pairedFolder()
  const locked = await launchDesk({ userData, safeStorage: 'none', withoutWindow: true })
  const { dialogs, windows } = await locked.untilEffects((now) => now.dialogs.length > 0)
  expect(dialogs[0]?.options).toMatchObject({ buttons: ['Quit', 'Pair anew'] })
  expect(windows).toEqual([])
  await locked.answerDialog(0)
  expect(await locked.exited()).toBe(0)
  expect(await isPaired(userData)).toBe(true)
  expect(await isPaired(userData, { safeStorage: 'none', dialogAnswers: [1] })).toBe(false)
  expect(readdirSync(userData).filter((one) => /^(secrets|desk\.sqlite)/.test(one))).toEqual([])
})

test('a second start while the first is still starting makes no second window', async () => {
  const userData = newFolder()
  const link = 'dentalanswer://pair?relay=http%3A%2F%2F127.0.0.1%3A9&code=ABCD-1234'
  const starts = await Promise.all([1, 2, 3, 4].map(() => launchDesk({ userData, args: [link], withoutWindow: true })))
  await Promise.any(starts.map((one) => one.page()))
  const running = starts.filter((one) => one.isRunning())
  expect(running).toHaveLength(1)
  const { windows } = await running[0]!.effects()
  expect(windows.map((one) => one.url)).toEqual(['app://desk/index.html'])
  const state = await (await running[0]!.page()).evaluate(() => window.desk.call('app.state', {}))
  expect(state).toMatchObject({ value: { pairingLink: { address: 'http://127.0.0.1:9' } } })
})

test('quitting twice waits for the same end', async () => {
  const desk = await launchDesk({ userData: newFolder() })
  await desk.clickTrayMenu('Quit')
  await desk.clickTrayMenu('Quit').catch(() => undefined)
  expect(await desk.exited()).toBe(0)
})

test('a large practice is received at the first pairing without the connection being lost on the way', async () => {
  const world = await openDeskWorld({
    morning: false,
    extra: (made) => made.addAppointments(5_000, { from: day('2026-02-20'), to: day('2026-05-20') }),
  })
  const { desk, page } = await openPairedDesk(world, { userData: newFolder() })
  const answer = await page.evaluate(() => window.desk.call('days.read', { from: '2026-02-20', to: '2026-04-20' }))
  const shown = 'text' in answer ? JSON.parse(answer.text as string) : (answer as { value: unknown }).value
  expect(shown.appointments.length).toBeGreaterThan(2_000)
  expect(desk.stderr()).toBe('')
})
