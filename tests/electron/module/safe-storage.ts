import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { settings } from '../settings.ts'
import { appState } from './app-state.ts'
import { guarded } from './guard.ts'
import { appPaths } from './paths.ts'

const MARK = Buffer.from('v11')
let usesPlainText = false

/** The key the system keeps for this user. `basic_text` has one key for everybody, as on a Linux machine without a keyring. */
function keyOfUser(): Buffer {
  const owner = settings.safeStorage === 'basic_text' ? 'everybody' : appPaths.get('userData')
  return createHash('sha256').update(`stand-in keychain of ${owner}`).digest()
}

function requireReady(): void {
  if (!appState.isReady) throw new Error('safeStorage cannot be used before app is ready')
}

function encrypt(text: string): Buffer {
  if (typeof text !== 'string') throw new TypeError('Expected the first argument of encryptString() to be a string')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOfUser(), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([MARK, nonce, cipher.getAuthTag(), body])
}

function decrypt(encrypted: Buffer): string {
  if (!Buffer.isBuffer(encrypted)) throw new TypeError('Expected the first argument of decryptString() to be a buffer')
  try {
    if (!encrypted.subarray(0, 3).equals(MARK)) throw new Error('not ours')
    const decipher = createDecipheriv('aes-256-gcm', keyOfUser(), encrypted.subarray(3, 15))
    decipher.setAuthTag(encrypted.subarray(15, 31))
    return decipher.update(encrypted.subarray(31)).toString('utf8') + decipher.final('utf8')
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }
}

const isThere = () => settings.safeStorage !== 'none'

export const safeStorage = guarded('safeStorage', {
  isEncryptionAvailable(): boolean {
    if (!appState.isReady) return false
    return settings.safeStorage === 'keychain' || (settings.safeStorage === 'basic_text' && usesPlainText)
  },
  encryptString(text: string): Buffer {
    requireReady()
    if (!safeStorage.isEncryptionAvailable())
      throw new Error('Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.')
    return encrypt(text)
  },
  decryptString(encrypted: Buffer): string {
    requireReady()
    if (!safeStorage.isEncryptionAvailable())
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.')
    return decrypt(encrypted)
  },
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    requireReady()
    return isThere()
  },
  async encryptStringAsync(text: string): Promise<Buffer> {
    requireReady()
    if (!isThere()) throw new Error('Encryption is not available.')
    return encrypt(text)
  },
  async decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    requireReady()
    if (!isThere()) throw new Error('Decryption is not available.')
    return { shouldReEncrypt: false, result: decrypt(encrypted) }
  },
  setUsePlainTextEncryption(usePlainText: boolean): void {
    usesPlainText = usePlainText
  },
  getSelectedStorageBackend(): string {
    if (!appState.isReady) return 'unknown'
    return settings.safeStorage === 'keychain' ? 'gnome_libsecret' : 'basic_text'
  },
})
