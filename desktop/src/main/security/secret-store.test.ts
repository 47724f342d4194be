import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Secrets } from '../core/secrets.ts'
import { openSecretStore, type SafeStorage } from './secret-store.ts'

const secrets = {
  relay: 'https://relay.example.com/',
  token: 't'.repeat(40),
  cacheKey: 'a'.repeat(64),
  device: {
    id: '0198c0de-0000-7000-8000-000000000001',
    name: 'Front',
    pairedAt: '2026-03-03T15:30:00.000Z',
    lastSeenAt: null,
    revokedAt: null,
  },
  practice: {
    id: '0198c0de-0000-7000-8000-000000000002',
    name: 'Maple',
    textName: 'Maple',
    phoneNumber: '+12125550100',
    country: 'US',
    timeZone: 'America/New_York',
    settings: {},
    setupVersion: 1,
  },
} as unknown as Secrets

function keychain(over: Partial<SafeStorage & { turn: number }> = {}): SafeStorage & { turn: number } {
  return {
    turn: 1,
    isAsyncEncryptionAvailable: async () => true,
    async encryptStringAsync(text) {
      return Buffer.from(`${this.turn}|${Buffer.from(text).toString('base64')}`)
    },
    async decryptStringAsync(encrypted) {
      const [turn, text] = encrypted.toString().split('|')
      if (!text) throw new Error('cannot decrypt')
      return { shouldReEncrypt: turn !== String(this.turn), result: Buffer.from(text, 'base64').toString() }
    },
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...over,
  }
}

const open = (folder: string, safeStorage: SafeStorage, platform: string) => openSecretStore(folder, safeStorage, platform, () => {})
const newFolder = () => mkdtempSync(join(tmpdir(), 'desk-secrets-'))
const fileIn = (folder: string) => join(folder, 'secrets.json')

test('a pairing is kept for the next start, unreadable and for this user alone', async () => {
  const folder = newFolder()
  await (await open(folder, keychain(), 'linux')).save(secrets)
  expect(readFileSync(fileIn(folder), 'utf8')).not.toContain(secrets.token)
  if (process.platform !== 'win32') expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600)
  const next = await open(folder, keychain(), 'linux')
  expect(next.mode()).toBe('kept')
  expect((await next.load())?.token).toBe(secrets.token)
})

test.each([
  ['basic_text', keychain({ getSelectedStorageBackend: () => 'basic_text' })],
  ['no store', keychain({ isAsyncEncryptionAvailable: async () => false })],
])('with %s the pairing lasts for this run and nothing is written', async (_name, store) => {
  const folder = newFolder()
  const opened = await open(folder, store, 'linux')
  await opened.save(secrets)
  expect(opened.mode()).toBe('session')
  expect(await opened.load()).toEqual(secrets)
  expect(existsSync(fileIn(folder))).toBe(false)
  expect(await (await open(folder, store, 'linux')).load()).toBeNull()
})

test('after the system changed its key the pairing is encrypted anew', async () => {
  const folder = newFolder()
  await (await open(folder, keychain(), 'darwin')).save(secrets)
  const before = readFileSync(fileIn(folder), 'utf8')
  expect((await (await open(folder, keychain({ turn: 2 }), 'darwin')).load())?.token).toBe(secrets.token)
  expect(readFileSync(fileIn(folder), 'utf8')).not.toBe(before)
})

test('a pairing that cannot be read counts as none', async () => {
  const folder = newFolder()
  const noPairing = Buffer.from(`1|${Buffer.from('{"relay":"x"}').toString('base64')}`).toString('base64')
  for (const text of ['', '{', '{"version":1,"secrets":"!!"}', JSON.stringify({ version: 1, secrets: noPairing })]) {
    writeFileSync(fileIn(folder), text)
    expect(await (await open(folder, keychain(), 'win32')).load()).toBeNull()
  }
})

test.each([
  ['does not open it', keychain({ decryptStringAsync: () => Promise.reject(new Error('the key store is locked')) })],
  ['has no store today', keychain({ isAsyncEncryptionAvailable: async () => false })],
  ['offers only a key that everyone knows', keychain({ getSelectedStorageBackend: () => 'basic_text' })],
])('a pairing that is there when the system %s is not taken for none', async (_name, locked) => {
  const folder = newFolder()
  await (await open(folder, keychain(), 'linux')).save(secrets)
  await expect((await open(folder, locked, 'linux')).load()).rejects.toMatchObject({ code: 'KEYS_LOCKED' })
  expect((await (await open(folder, keychain(), 'linux')).load())?.token).toBe(secrets.token)
})

test('forgetting leaves nothing', async () => {
  const folder = newFolder()
  const store = await open(folder, keychain(), 'darwin')
  await store.save(secrets)
  await store.forget()
  expect(existsSync(fileIn(folder))).toBe(false)
  expect(await store.load()).toBeNull()
})
