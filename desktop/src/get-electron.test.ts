import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type GetElectron, getElectron } from '../get-electron.ts'

/** A machine whose installer runs `script`. */
function machine(script: string, more: Partial<GetElectron> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'get-electron-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const installer = join(folder, 'install.cjs')
  writeFileSync(installer, script)
  const said: string[] = []
  const notes = join(folder, 'notes/tried')
  const state = { nowMs: Date.parse('2026-03-03T10:00:00Z') }
  const get = () =>
    getElectron({ notes, installer, say: (line) => said.push(line), isReachable: async () => true, nowMs: () => state.nowMs, ...more })
  return { folder, notes, said, state, get }
}

const WRITES_A_WHILE = `
const { writeFileSync } = require('node:fs')
let size = 0
setInterval(() => writeFileSync(process.env.TMPDIR + '/electron.zip', 'x'.repeat(size += 100)), 100)
setTimeout(() => process.exit(0), 3000)`

test('a download that goes on is waited for, however long it takes', async () => {
  const { get, said, notes } = machine(WRITES_A_WHILE, { stillMs: 1_200 })
  expect(await get()).toBe(true)
  expect(said).toHaveLength(1)
  expect([existsSync(notes), existsSync(`${notes}-download`)]).toEqual([false, false])
})

test('a download that stands still is given up, and not tried again before tomorrow', async () => {
  const { get, said, notes, state } = machine('setInterval(() => {}, 1000)', { stillMs: 700 })
  const started = performance.now()
  expect(await get()).toBe(false)
  expect(performance.now() - started).toBeLessThan(4_000)
  expect(Number(readFileSync(notes, 'utf8'))).toBe(state.nowMs)
  expect(existsSync(`${notes}-download`)).toBe(false)
  expect(await get()).toBe(false)
  expect(said).toHaveLength(1)
  state.nowMs += 25 * 60 * 60_000
  expect(await get()).toBe(false)
  expect(said).toHaveLength(2)
})

test('without a network nothing is said and nothing is started', async () => {
  const { get, said, folder } = machine(`require('node:fs').writeFileSync(${JSON.stringify(join(tmpdir(), 'never'))}, '')`, {
    isReachable: async () => false,
  })
  expect(await get()).toBe(false)
  expect(said).toEqual([])
  expect(existsSync(join(folder, 'never'))).toBe(false)
})

test('an installer that fails is no program', async () => {
  const { get } = machine(`throw new Error('no space left')`)
  expect(await get()).toBe(false)
})
