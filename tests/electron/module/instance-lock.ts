import { randomUUID } from 'node:crypto'
import { type FSWatcher, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appPaths } from './paths.ts'

export type SecondInstance = { argv: string[]; cwd: string; additionalData: unknown }

let watcher: FSWatcher | null = null
let heldIn: string | null = null

/** Whether this process is the first on its userData folder. When it is not, the first one is told of this process's arguments. */
export function takeInstanceLock(additionalData: unknown, onSecond: (second: SecondInstance) => void): boolean {
  if (heldIn) return true
  const folder = join(appPaths.get('userData'), 'standin-instance')
  const messages = join(folder, 'messages')
  mkdirSync(messages, { recursive: true })
  if (!claim(join(folder, 'pid'))) {
    leaveMessage(messages, { argv: process.argv, cwd: process.cwd(), additionalData })
    return false
  }
  heldIn = folder
  for (const name of readdirSync(messages)) rmSync(join(messages, name), { force: true })
  watcher = watch(messages, { persistent: false }, () => readMessages(messages, onSecond))
  return true
}

export function dropInstanceLock(): void {
  watcher?.close()
  if (heldIn) rmSync(join(heldIn, 'pid'), { force: true })
  heldIn = null
}

export const holdsInstanceLock = () => heldIn !== null

function claim(file: string): boolean {
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      if (isAlive(Number(readIfThere(file)))) return false
      // Left behind by a process that was killed.
      rmSync(file, { force: true })
    }
  }
  return false
}

function isAlive(pid: number): boolean {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function leaveMessage(folder: string, second: SecondInstance): void {
  const file = join(folder, `${randomUUID()}.json`)
  writeFileSync(file, `${JSON.stringify(second)}\n`)
}

function readMessages(folder: string, onSecond: (second: SecondInstance) => void): void {
  for (const name of readdirSync(folder)) {
    const text = readIfThere(join(folder, name))
    // Half written yet: the watcher is called again when the rest is there.
    if (!text.endsWith('\n')) continue
    rmSync(join(folder, name), { force: true })
    onSecond(JSON.parse(text))
  }
}
