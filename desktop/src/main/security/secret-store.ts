import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SecretStore } from '../core/core-options.ts'
import { DeskTrouble } from '../core/desk-trouble.ts'
import { Secrets } from '../core/secrets.ts'
import { writeFileWhole } from '../os/write-file-whole.ts'

/** What is needed of Electron's `safeStorage`. */
export type SafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }>
  getSelectedStorageBackend?(): string
}

const Kept = z.object({ secrets: z.base64().min(1) })

/** Keeps the pairing with the system's own secure store. Where there is none, or only Linux's `basic_text` (a key that everyone knows),
 *  nothing is written and the pairing lasts until the app ends. */
export async function openSecretStore(
  folder: string,
  safeStorage: SafeStorage,
  platform: string,
  report: (where: string, code: string) => void,
): Promise<SecretStore> {
  const file = join(folder, 'secrets.json')
  const isKept = await isSecure(safeStorage, platform)
  let inMemory: Secrets | null = null

  async function write(secrets: Secrets): Promise<void> {
    const encrypted = await safeStorage.encryptStringAsync(JSON.stringify(secrets))
    await writeFileWhole(file, JSON.stringify({ version: 1, secrets: encrypted.toString('base64') }), 0o600)
  }

  async function read(): Promise<Secrets | null> {
    const encrypted = await readKept(file)
    const opened = encrypted && (await decrypt(safeStorage, encrypted))
    if (!opened) return null
    // The old encryption stays good until the new one is written.
    if (opened.isStale) await write(opened.secrets).catch(() => report('secrets', 'NOT_REWRITTEN'))
    return opened.secrets
  }

  return {
    mode: () => (isKept ? 'kept' : 'session'),
    async load() {
      if (isKept) return read()
      // Kept while there was a secure store: it may be back at the next start.
      if (inMemory === null && (await readKept(file))) throw keysLocked()
      return inMemory
    },
    async save(secrets) {
      if (isKept) return write(secrets)
      inMemory = secrets
      await rm(file, { force: true })
    },
    async forget() {
      inMemory = null
      await rm(file, { force: true })
    },
  }
}

async function isSecure(safeStorage: SafeStorage, platform: string): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend?.() : null
  return backend !== 'basic_text' && backend !== 'unknown'
}

/** Throws `KEYS_LOCKED` when the system does not open it now: its keys may be locked, or replaced for ever, and only a person knows which.
 *  Null when what was in it is no pairing. */
async function decrypt(safeStorage: SafeStorage, encrypted: Buffer): Promise<{ secrets: Secrets; isStale: boolean } | null> {
  const opened = await safeStorage.decryptStringAsync(encrypted).catch((cause: unknown) => {
    throw keysLocked(cause)
  })
  const secrets = Secrets.safeParse(jsonOf(opened.result))
  return secrets.success ? { secrets: secrets.data, isStale: opened.shouldReEncrypt } : null
}

const keysLocked = (cause?: unknown) =>
  new DeskTrouble(
    'KEYS_LOCKED',
    'This computer does not open its key store, so this desk cannot read its pairing. Unlock it and open DentalAnswer again.',
    {
      cause,
    },
  )

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Damaged before it was encrypted: the same as none.
    return null
  }
}

async function readKept(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return Buffer.from(Kept.parse(JSON.parse(text)).secrets, 'base64')
  } catch {
    // Damaged: the same as none.
    return null
  }
}
