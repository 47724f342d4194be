import { createHash, randomBytes, randomInt } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { CONTRACT_VERSION, type PairOut } from '@dentalanswer/shared/contract/routes.ts'
import type { DeviceId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { nowOf } from '../ports/clock.ts'
import { insertDevice, insertPairingCode, practiceOfCode, usePairingCode } from '../store/devices.ts'
import { requirePractice } from '../store/practices.ts'
import { type Ctx, write } from '../store/transaction.ts'

const CODE_MINUTES = 10
/** Without letters and digits that are read or heard as others. 32 to the 8th power codes, ten minutes, few tries. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

type Base = Omit<Ctx, 'practiceId' | 'actor'>

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/** What a person may type for another letter. */
export function plainCode(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V')
}

/** A new pairing code for a practice, good once and for ten minutes. Only its hash is kept. Throws `NOT_FOUND`. */
export async function createPairingCode(base: Base, practiceId: PracticeId): Promise<{ code: string; expiresAt: string }> {
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const now = nowOf(base.clock)
  const expiresAt = addMinutes(now, CODE_MINUTES)
  await base.store.write('pairing-code', function* () {
    yield* requirePractice(practiceId)
    yield* insertPairingCode(hash(code), practiceId, now, expiresAt)
  })
  return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt }
}

const REFUSED = 'That code is wrong, used or older than ten minutes. Ask for a new one.'

/** Trades a pairing code for the desk's own token, of which only the hash is kept. Of two desks with one code, one wins.
 *  Throws `PAIRING_REFUSED`. */
export async function pairDevice(base: Base, input: { code: string; deviceName: string }): Promise<PairOut> {
  const codeHash = hash(plainCode(input.code))
  const practiceId = await base.store.read(() => practiceOfCode(codeHash, nowOf(base.clock)))
  if (!practiceId) throw new DeskError('PAIRING_REFUSED', REFUSED)
  const token = randomBytes(32).toString('base64url')
  const ctx: Ctx = { ...base, practiceId, actor: { kind: 'operator', id: null } }
  return write(ctx, 'pair', function* (tx) {
    if (!(yield* usePairingCode(codeHash, tx.now))) throw new DeskError('PAIRING_REFUSED', REFUSED)
    const device = yield* insertDevice(
      tx,
      { id: tx.newId<DeviceId>(), name: input.deviceName, pairedAt: tx.now, lastSeenAt: tx.now, revokedAt: null },
      hash(token),
    )
    yield* tx.audit({ action: 'device.paired', subjectType: 'device', subjectId: device.id })
    tx.emit('device.changed')
    return { token, device, practice: tx.practice, contractVersion: CONTRACT_VERSION, at: tx.now }
  })
}
