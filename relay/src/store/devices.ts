import type { Device } from '@dentalanswer/shared/domain/device.ts'
import type { DeviceId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Tx } from './transaction.ts'
import { all, first, run, statement, type Work } from './work.ts'

const insertCode = statement((db, p: { codeHash: string; practiceId: string; expiresAt: string }) =>
  db.insertInto('pairing_codes').values({ code_hash: p.codeHash, practice_id: p.practiceId, expires_at: p.expiresAt, used_at: null }),
)
const clearCodes = statement((db, p: { now: string }) => db.deleteFrom('pairing_codes').where('expires_at', '<', p.now))
const codePractice = statement((db, p: { codeHash: string; now: string }) =>
  db
    .selectFrom('pairing_codes')
    .select('practice_id')
    .where('code_hash', '=', p.codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', p.now),
)
const takeCode = statement((db, p: { codeHash: string; now: string }) =>
  db
    .updateTable('pairing_codes')
    .set({ used_at: p.now })
    .where('code_hash', '=', p.codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', p.now)
    .returning('practice_id'),
)
const insert = statement((db, p: { practiceId: string; id: string; name: string; pairedAt: string; tokenHash: string }) =>
  db.insertInto('devices').values({
    practice_id: p.practiceId,
    id: p.id,
    name: p.name,
    paired_at: p.pairedAt,
    last_seen_at: p.pairedAt,
    revoked_at: null,
    token_hash: p.tokenHash,
  }),
)
const byToken = statement((db, p: { tokenHash: string }) => db.selectFrom('devices').selectAll().where('token_hash', '=', p.tokenHash))
const byId = statement((db, p: { practiceId: string; id: string }) =>
  db.selectFrom('devices').selectAll().where('practice_id', '=', p.practiceId).where('id', '=', p.id),
)
const list = statement((db, p: { practiceId: string }) =>
  db.selectFrom('devices').selectAll().where('practice_id', '=', p.practiceId).orderBy('paired_at').orderBy('id'),
)
const update = statement((db, p: { practiceId: string; id: string; name: string; lastSeenAt: string | null; revokedAt: string | null }) =>
  db
    .updateTable('devices')
    .set({ name: p.name, last_seen_at: p.lastSeenAt, revoked_at: p.revokedAt })
    .where('practice_id', '=', p.practiceId)
    .where('id', '=', p.id),
)
const seen = statement((db, p: { practiceId: string; id: string; at: string }) =>
  db.updateTable('devices').set({ last_seen_at: p.at }).where('practice_id', '=', p.practiceId).where('id', '=', p.id),
)

type DeviceRow = { id: string; name: string; paired_at: string; last_seen_at: string | null; revoked_at: string | null }

function readDevice(row: DeviceRow): Device {
  return {
    id: row.id as DeviceId,
    name: row.name,
    pairedAt: row.paired_at as Device['pairedAt'],
    lastSeenAt: row.last_seen_at as Device['lastSeenAt'],
    revokedAt: row.revoked_at as Device['revokedAt'],
  }
}

/** Keeps the hash of a new pairing code and forgets expired ones. */
export function* insertPairingCode(codeHash: string, practiceId: PracticeId, now: string, expiresAt: string): Work<void> {
  yield* run(clearCodes, { now })
  yield* run(insertCode, { codeHash, practiceId, expiresAt })
}

/** The practice a live, unused code belongs to, without using it up. */
export function* practiceOfCode(codeHash: string, now: string): Work<PracticeId | null> {
  return ((yield* first(codePractice, { codeHash, now }))?.practice_id as PracticeId | undefined) ?? null
}

/** Uses the code up. False when another desk was faster or it ran out. */
export function* usePairingCode(codeHash: string, now: string): Work<boolean> {
  return (yield* first(takeCode, { codeHash, now })) !== undefined
}

export function* insertDevice(tx: Tx, device: Device, tokenHash: string): Work<Device> {
  yield* run(insert, { practiceId: tx.practiceId, id: device.id, name: device.name, pairedAt: device.pairedAt, tokenHash })
  tx.record('devices', device, (other) => other.id === device.id)
  return device
}

export function* updateDevice(tx: Tx, device: Device): Work<Device> {
  yield* run(update, {
    practiceId: tx.practiceId,
    id: device.id,
    name: device.name,
    lastSeenAt: device.lastSeenAt,
    revokedAt: device.revokedAt,
  })
  tx.record('devices', device, (other) => other.id === device.id)
  return device
}

export function* markSeen(practiceId: PracticeId, id: DeviceId, at: string): Work<void> {
  yield* run(seen, { practiceId, id, at })
}

export function* deviceOfToken(tokenHash: string): Work<{ device: Device; practiceId: PracticeId } | null> {
  const row = yield* first(byToken, { tokenHash })
  return row ? { device: readDevice(row), practiceId: row.practice_id as PracticeId } : null
}

export function* findDevice(practiceId: string, id: string): Work<Device | null> {
  const row = yield* first(byId, { practiceId, id })
  return row ? readDevice(row) : null
}

export function* listDevices(practiceId: string): Work<Device[]> {
  return (yield* all(list, { practiceId })).map(readDevice)
}
