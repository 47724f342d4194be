import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { settings } from '../settings.ts'
import { DevToolsPipe } from './devtools-pipe.ts'

export type Chromium = { pipe: DevToolsPipe; process: ChildProcess; endpoint: string; close(): Promise<void> }

// No name is looked up outside this machine, whatever slips past the interception of requests (workers, web sockets).
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'
const PORT_FILE = 'DevToolsActivePort'

/** Starts the app's own Chromium on a profile folder. Its DevTools port is free for a test to attach to (`endpoint`). */
export async function startChromium(profile: string, switches: string[]): Promise<Chromium> {
  const { BROWSER_ARGS, findChromium } = await import('../../support/chromium.ts')
  const path = findChromium()
  if (!path) throw new Error('No Chromium is installed. Install it or set CHROMIUM_PATH.')
  const look = settings.isHeaded ? ['--window-position=40,40'] : ['--headless=new', '--hide-scrollbars', '--mute-audio']
  const args = [
    ...BROWSER_ARGS,
    ...look,
    '--no-startup-window',
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-default-browser-check',
    '--disable-breakpad',
    '--disable-extensions',
    '--disable-popup-blocking',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    '--password-store=basic',
    '--use-mock-keychain',
    '--autoplay-policy=no-user-gesture-required',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    `--lang=${settings.locale}`,
    OFFLINE,
    ...switches,
  ]
  // What an earlier start wrote names a port that nobody listens on any more.
  rmSync(join(profile, PORT_FILE), { force: true })
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const pipe = new DevToolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  await pipe.root.send('Browser.getVersion')
  return { pipe, process: child, endpoint: await endpointOf(profile), close: () => closeChromium(pipe, child) }
}

async function endpointOf(profile: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const port = portIn(profile)
    if (port) return `http://127.0.0.1:${port}`
    await wait(25)
  }
  throw new Error('Chromium did not say which port it listens on.')
}

function portIn(profile: string): string | null {
  try {
    return readFileSync(join(profile, PORT_FILE), 'utf8').split('\n')[0] || null
  } catch {
    // The file appears a moment after the start.
    return null
  }
}

async function closeChromium(pipe: DevToolsPipe, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  pipe.onEnd = () => {}
  pipe.root.tell('Browser.close')
  await Promise.race([ended, wait(3_000, undefined, { ref: false })])
  child.kill('SIGKILL')
}
