import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export type RunningApp = { page(): Promise<Page>; close(): Promise<unknown> }
export type Launcher = (options: {
  userData: string
  args: string[]
  expectsWindow: boolean
}) => Promise<RunningApp & { exitCode(): Promise<number | null> }>

type Fixture = Record<string, (...args: unknown[]) => unknown> & {
  version: number
  nested: { list: unknown[] }
  platform: string
  hasNode: boolean
}
export type FixtureWindow = Window & { fixture: Fixture; [name: string]: unknown }
declare const window: FixtureWindow

/** A folder for one app's things, gone after the test. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return folder
}

/** Starts the fixture app by one way of launching; it is closed when the test ends. */
export function opener(launch: Launcher) {
  return async (userData = ownFolder()) => {
    const app = await launch({ userData, args: [], expectsWindow: true })
    onTestFinished(async () => void (await app.close()))
    return { app, page: await app.page(), userData }
  }
}

/** Asks the main process through the page. */
export const ask = (page: Page, channel: string, ...args: unknown[]) =>
  page.evaluate(([channel, args]) => window.fixture.invoke!(channel, ...args), [channel, args] as const)

/** The words of the error the page gets. */
export const failing = (page: Page, channel: string) =>
  page.evaluate((channel) => (window.fixture.invoke!(channel) as Promise<unknown>).then(() => 'no error', String), channel)
