import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, matchesGlob } from 'node:path'
import type { Configuration } from 'electron-builder'
import { expect, test } from 'vitest'
import config from '../electron-builder.config.ts'
import { mainConfig } from '../vite.main.config.ts'

const folder = join(import.meta.dirname, '..')
// What the builder itself validates with; it is not among the names that electron-builder exports.
const inBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const { validateConfiguration } = inBuilder('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration(config: Configuration, log: unknown): Promise<void>
}
const { DebugLogger } = inBuilder('builder-util') as { DebugLogger: new (isOn: boolean) => unknown }

const native = dirname(createRequire(import.meta.url).resolve('better-sqlite3-multiple-ciphers/package.json'))
const inPackage = (file: string) => `node_modules/better-sqlite3-multiple-ciphers/${file}`
const listOf = (value: unknown) => [value ?? []].flat().map(String)

/** Whether a file of a dependency stays in a package of one system: none of the patterns that start with `!` takes it out. */
function isPacked(file: string, system: 'mac' | 'win' | 'linux'): boolean {
  const out = [...listOf(config.files), ...listOf(config[system]?.files)].filter((one) => one.startsWith('!')).map((one) => one.slice(1))
  return !out.some((pattern) => matchesGlob(file, pattern))
}

test('the builder accepts the configuration', async () => {
  await validateConfiguration(config, new DebugLogger(false))
  await expect(validateConfiguration({ ...config, unheardOf: 1 } as Configuration, new DebugLogger(false))).rejects.toThrow('unheardOf')
})

test('nothing that main imports is left out', () => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const external = listOf(mainConfig.ssr?.external)
  expect(external.filter((name) => name !== 'electron')).toEqual(Object.keys(dependencies))
  expect(listOf(config.files)).toContain('dist/**')
})

test('the native module is there, unpacked beside the archive, and alone in its kind', () => {
  const builds = ['darwin-arm64', 'darwin-x64', 'win32-x64', 'linux-x64', 'linux-arm64']
  for (const build of builds) expect(existsSync(join(native, `prebuilds/${build}.node`)), build).toBe(true)
  expect(matchesGlob(inPackage('prebuilds/linux-x64.node'), listOf(config.asarUnpack)[0]!)).toBe(true)
  const packed = (system: 'mac' | 'win' | 'linux') => builds.filter((build) => isPacked(inPackage(`prebuilds/${build}.node`), system))
  expect(packed('mac')).toEqual(['darwin-arm64', 'darwin-x64'])
  expect(packed('win')).toEqual(['win32-x64'])
  expect(packed('linux')).toEqual(['linux-x64', 'linux-arm64'])
  expect(isPacked(inPackage('lib/index.js'), 'linux')).toBe(true)
  expect(isPacked(inPackage('deps/sqlite3/sqlite3.c'), 'linux')).toBe(false)
})

test('every fuse is set, and to the safe side', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: false,
  })
})

test('the icons are there in each system’s own form', () => {
  const head = (file: string) => readFileSync(join(folder, file)).subarray(0, 4).toString('latin1')
  expect(head(String(config.mac?.icon))).toBe('icns')
  expect(head(String(config.win?.icon))).toBe('\0\0\x01\0')
  expect(head(String(config.linux?.icon))).toBe('\x89PNG')
  for (const name of ['tray', 'tray-waiting', 'tray-urgent', 'tray-offline', 'overlay', 'overlay-urgent'])
    expect(head(`icons/${name}.png`), name).toBe('\x89PNG')
})

test('on macOS it is hardened and may use nothing but the network', () => {
  expect(config.mac).toMatchObject({ hardenedRuntime: true })
  const entitlements = readFileSync(join(folder, String(config.mac?.entitlements)), 'utf8')
  expect([...entitlements.matchAll(/<key>(.+?)<\/key>/g)].map((match) => match[1])).toEqual([
    'com.apple.security.cs.allow-jit',
    'com.apple.security.network.client',
  ])
})

test('pairing links open it', () => {
  expect(config.protocols).toEqual([expect.objectContaining({ schemes: ['dentalanswer'] })])
})
