import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { _electron } from 'playwright-core'
import { describe, test } from 'vitest'
import { describeContract } from './contract.ts'
import type { Launcher } from './fixture-page.ts'

/** Where Electron's package puts its binary; null when the download of it was left out. */
function findElectron(): string | null {
  const require = createRequire(join(import.meta.dirname, '../../desktop/package.json'))
  const folder = dirname(require.resolve('electron/package.json'))
  const pathFile = join(folder, 'path.txt')
  const own = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()) : undefined
  return [process.env.ELECTRON_PATH, own].find((path): path is string => !!path && existsSync(path)) ?? null
}

const binary = findElectron()

const launch: Launcher = async ({ userData, args, expectsWindow }) => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const all = [...sandbox, join(import.meta.dirname, 'fixture-app'), `--user-data-dir=${userData}`, ...args]
  if (!expectsWindow) return alone(spawn(binary!, all, { stdio: 'ignore' }))
  const app = await _electron.launch({ executablePath: binary!, args: all })
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve))
  return { page: () => app.firstWindow(), close: () => app.close(), exitCode: () => ended }
}

/** A start that ends by itself before a test could attach to it. */
function alone(child: ChildProcess): Awaited<ReturnType<Launcher>> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const page = () => Promise.reject(new Error('This start has no window.'))
  return { page, exitCode: () => ended, close: async () => child.kill() }
}

if (binary) describeContract('real Electron', launch)
else
  describe('real Electron', () => {
    test.skip('is not tested: its binary is not installed. Run `node desktop/node_modules/electron/install.js`, or set ELECTRON_PATH.', () => {})
  })
