import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Month } from '@dentalanswer/shared/domain/usage.ts'
import { z } from 'zod'
import { readConfig, readPrices } from './config.ts'
import { createPairingCode } from './desk/pair-device.ts'
import { removeOrphans } from './onboarding/audit-repair.ts'
import { auditVendors } from './onboarding/audit-vendors.ts'
import { auditTable, isWrong, repairTable } from './onboarding/audit-words.ts'
import { createPractice } from './onboarding/create-practice.ts'
import { PracticeFile } from './onboarding/practice-file.ts'
import { declareReady, registrationLines } from './onboarding/registration-operator.ts'
import { recordProfile } from './onboarding/registration-profile.ts'
import { retryJob } from './outbox/retry-job.ts'
import { systemClock } from './ports/clock.ts'
import { backUp } from './store/back-up.ts'
import { copyStore } from './store/copy-store.ts'
import { findDevice, listDevices, updateDevice } from './store/devices.ts'
import { migrate } from './store/migrate.ts'
import { openStore, readStoreAddress, type StoreAddress } from './store/open-store.ts'
import { listJobs, type OutboxState } from './store/outbox.ts'
import { listPractices } from './store/practices.ts'
import type { Store } from './store/store.ts'
import { type Ctx, type Tx, write } from './store/transaction.ts'
import type { Work } from './store/work.ts'
import { usageOfPractices, usageText } from './usage/usage-of-practices.ts'

const HELP = `pnpm relay <command>

  migrate                                bring the database up to date
  practice create --file <practice.json> set a practice up
  practice list
  pair --practice <id>                   a pairing code for a new desk, good once for ten minutes
  device list --practice <id>
  device revoke --practice <id> --device <id>
  outbox list [--state pending|sending|unknown|failed]
  outbox retry --id <id> [--certain]     try a failed text again; --certain for one whose fate is unknown
  vendor audit                           what is in the accounts at the services and not here, and the reverse; ends with 1 when
                                         something is wrong
  vendor audit --repair --only-database [--release]
                                         also remove what carries our mark and belongs to nothing here, older than an hour:
                                         assistants, numbers at the voice service, empty texting services; with --release the
                                         phone numbers too, for good. Another relay with a database of its own on the same
                                         accounts would lose all it has: --only-database says that there is none.
  registration list --practice <id>      how leave to text stands
  registration profile --practice <id> --customer <BU…> --a2p <BU…>
                                         the two bundles made for it in the carrier service's console
  registration ready --practice <id> --number <+1…>
                                         a number may text: seen to at the carrier service by hand
  usage --month <2026-11> [--practice <id>] [--csv]
                                         cost, charge and margin of each practice
  backup --to <file>                     copy a SQLite database while the relay runs
  copy --from <database> --to <database> move everything, e.g. from sqlite:<file> to postgres://…

DATABASE_URL names the database (default sqlite:.data/relay.sqlite). The relay may run meanwhile, except for copy.
`

type Base = Omit<Ctx, 'practiceId' | 'actor'>
type Text = 'file' | 'practice' | 'device' | 'state' | 'id' | 'from' | 'to' | 'customer' | 'a2p' | 'number' | 'month'
type Options = Record<Text, string | undefined> & {
  certain: boolean
  csv: boolean
  repair: boolean
  release: boolean
  'only-database': boolean
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function required(options: Options, name: keyof Options): string {
  const value = options[name]
  if (typeof value !== 'string' || !value) throw new DeskError('BAD_INPUT', `--${name} is missing.`)
  return value
}

function practiceIdOf(options: Options): PracticeId {
  const parsed = PracticeId.safeParse(required(options, 'practice'))
  if (!parsed.success) throw new DeskError('BAD_INPUT', '--practice must be an id from "practice list".')
  return parsed.data
}

const asOperator = <T>(base: Base, options: Options, label: string, body: (tx: Tx) => Work<T>): Promise<T> =>
  write({ ...base, practiceId: practiceIdOf(options), actor: { kind: 'operator', id: null } }, label, body)

const commands: Record<string, (base: Base, options: Options) => Promise<void>> = {
  async migrate(base) {
    const applied = await migrate(base.store)
    say(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
  },
  async 'practice create'(base, options) {
    const file = PracticeFile.safeParse(JSON.parse(readFileSync(required(options, 'file'), 'utf8')))
    if (!file.success) throw new DeskError('BAD_INPUT', `The file is not right:\n${z.prettifyError(file.error)}`)
    await migrate(base.store)
    const practice = await createPractice(base, file.data, process.env.TWILIO_ACCOUNT_SID ?? null)
    say(`${practice.id}  ${practice.name}`)
  },
  async 'practice list'(base) {
    for (const practice of await base.store.read(() => listPractices())) say(`${practice.id}  ${practice.name}  ${practice.timeZone}`)
  },
  async pair(base, options) {
    const { code, expiresAt } = await createPairingCode(base, practiceIdOf(options))
    say(`${code}   good once, until ${expiresAt}`)
  },
  async 'device list'(base, options) {
    for (const device of await base.store.read(() => listDevices(practiceIdOf(options))))
      say(`${device.id}  ${device.name}  ${device.revokedAt ? `revoked ${device.revokedAt}` : `last seen ${device.lastSeenAt ?? 'never'}`}`)
  },
  async 'device revoke'(base, options) {
    const practiceId = practiceIdOf(options)
    const id = required(options, 'device')
    await write({ ...base, practiceId, actor: { kind: 'operator', id: null } }, 'revoke', function* (tx) {
      const device = yield* findDevice(practiceId, id)
      if (!device) throw new DeskError('NOT_FOUND', 'There is no such desk in this practice.')
      yield* updateDevice(tx, { ...device, revokedAt: device.revokedAt ?? tx.now })
      yield* tx.audit({ action: 'device.revoked', subjectType: 'device', subjectId: id })
      tx.emit('device.changed')
    })
    say('Revoked. Its live feed ends within a minute.')
  },
  async 'outbox list'(base, options) {
    const states = options.state ? [options.state as OutboxState] : (['pending', 'sending', 'unknown', 'failed'] as OutboxState[])
    for (const job of await base.store.read(() => listJobs(states, 500)))
      say(`${job.id}  ${job.state}  ${job.kind}  tries ${job.attempts}  due ${job.runAfter}  ${job.lastError ?? ''}`)
  },
  async 'outbox retry'(base, options) {
    await retryJob(base, required(options, 'id'), options.certain)
    say('It will be sent at the next look.')
  },
  async 'registration list'(base, options) {
    for (const one of await registrationLines(base, practiceIdOf(options))) say(one)
  },
  async 'registration profile'(base, options) {
    const profiles = { customerProfileSid: required(options, 'customer'), a2pProfileSid: required(options, 'a2p') }
    await asOperator(base, options, 'registration-profile', (tx) => recordProfile(tx, profiles))
    say('Recorded. It goes on by itself once the practice has sent its details.')
  },
  async 'registration ready'(base, options) {
    const number = readPhoneNumber(required(options, 'number'))
    if (!number) throw new DeskError('BAD_INPUT', '--number must be a phone number like +15125550142.')
    await asOperator(base, options, 'registration-ready', (tx) => declareReady(tx, number))
    say('Texts go out from this number from now on.')
  },
  async usage(base, options) {
    const month = Month.safeParse(required(options, 'month'))
    if (!month.success) throw new DeskError('BAD_INPUT', '--month must be a month like 2026-11.')
    const practiceId = options.practice ? practiceIdOf(options) : null
    const usages = await usageOfPractices(base, { month: month.data, practiceId, prices: readPrices(process.env) })
    if (practiceId && usages.length === 0) throw new DeskError('NOT_FOUND', 'There is no such practice.')
    if (options.csv) process.stdout.write(usageText(usages, 'csv'))
    else say(usageText(usages, 'table'))
  },
  async 'vendor audit'(base, options) {
    if ((options.repair || options.release) && !options['only-database'])
      throw new DeskError('BAD_INPUT', 'Removing needs --only-database: no other relay with a database of its own uses these accounts.')
    // The services' clients take seconds to load, which no other command should wait for.
    const { linesOf } = await import('./deps.ts')
    const lines = linesOf(readConfig(process.env))
    if (!lines.host) say('VAPI_API_KEY is missing, so the voice service was not looked at.')
    const findings = await auditVendors(base, lines)
    for (const line of auditTable(findings)) say(line)
    const wrong = findings.filter(isWrong)
    const orphans = options.repair ? wrong : []
    const results = await removeOrphans(orphans, lines, { alsoNumbers: options.release, nowMs: base.clock.nowMs() })
    for (const line of repairTable(results)) say(line)
    process.exitCode = results.filter((one) => one.outcome === 'removed').length === wrong.length ? 0 : 1
  },
}

function addressOf(text: string): StoreAddress {
  const address = readStoreAddress(text)
  if (!address) throw new DeskError('BAD_INPUT', `"${text}" is no database: use sqlite:<file> or postgres://user:password@host/database.`)
  return address
}

const open = (text: string): Store => openStore(addressOf(text), { poolSize: 2 })

async function copy(options: Options): Promise<void> {
  const from = open(required(options, 'from'))
  const to = open(required(options, 'to'))
  try {
    await migrate(to)
    for (const { table, rows } of await copyStore(from, to)) say(`${String(rows).padStart(9)}  ${table}`)
  } finally {
    await Promise.all([from.close(), to.close()])
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: 'string' },
      practice: { type: 'string' },
      device: { type: 'string' },
      state: { type: 'string' },
      id: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      customer: { type: 'string' },
      a2p: { type: 'string' },
      number: { type: 'string' },
      month: { type: 'string' },
      certain: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
      repair: { type: 'boolean', default: false },
      release: { type: 'boolean', default: false },
      'only-database': { type: 'boolean', default: false },
    },
  })
  const options = values as Options
  const name = positionals.join(' ')
  const databaseUrl = process.env.DATABASE_URL ?? 'sqlite:.data/relay.sqlite'
  if (name === 'copy') return copy(options)
  if (name === 'backup') {
    await backUp(addressOf(databaseUrl), required(options, 'to'))
    return say(`Written to ${options.to} and checked.`)
  }
  const command = commands[name]
  if (!command) {
    say(HELP)
    process.exitCode = name === '' || name === 'help' ? 0 : 2
    return
  }
  const store = open(databaseUrl)
  try {
    await command({ store, clock: systemClock, newId: () => randomUUIDv7(), committed() {} }, options)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
