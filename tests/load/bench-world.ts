import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStoreAddress } from '@dentalanswer/relay/src/store/open-store.ts'
import { runSql, startPostgres } from '../support/postgres.ts'
import type { Load, LoadResult } from './generator.ts'
import type { Engine, Options } from './options.ts'
import { type RelayProcess, type ServerProcess, startBareServer, startRelay, startWorker, type Worker } from './processes.ts'
import { type SeededPractice, type SeedSize, seedStore } from './seed-store.ts'
import { serveTwilioAnswers } from './twilio-answers.ts'

/** Everything one engine is measured with: a seeded relay, the yardstick on the same disk, and who asks them. */
export type BenchWorld = {
  engine: Engine
  isQuick: boolean
  size: SeedSize
  databaseUrl: string
  practices: SeededPractice[]
  relay: RelayProcess
  bare: ServerProcess
  generator: Worker<Load, LoadResult>
  /** Both servers in fresh processes over the same data. */
  restartServers(): Promise<void>
  acceptedTexts(): number
  close(): Promise<void>
}

const FULL: SeedSize = { practices: 100, appointments: 100_000, patients: 400, desks: 1_000 }
/** As many practices, so that a practice is asked as often; each with fewer appointments. */
const QUICK: SeedSize = { practices: 100, appointments: 30_000, patients: 100, desks: 1_000 }

export async function openBenchWorld(engine: Engine, options: Options): Promise<BenchWorld> {
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const databases = await openDatabases(engine)
    closers.push(databases.close)
    const size = options.isQuick ? QUICK : FULL
    const practices = await seedStore(readStoreAddress(databases.relay)!, size)
    const twilio = await serveTwilioAnswers()
    closers.push(twilio.stop)
    const start = () => startRelay(databases.relay, twilio.url, options.profileFolder)
    const generator = startWorker<Load, LoadResult>('generator.ts')
    closers.push(generator.stop)
    const world: BenchWorld = {
      engine,
      isQuick: options.isQuick,
      size,
      databaseUrl: databases.relay,
      practices,
      relay: await start(),
      bare: await startBareServer(databases.bare),
      generator,
      async restartServers() {
        await Promise.all([world.relay.stop(), world.bare.stop()])
        world.relay = await start()
        world.bare = await startBareServer(databases.bare)
      },
      acceptedTexts: twilio.accepted,
      close,
    }
    closers.push(() => Promise.all([world.relay.stop(), world.bare.stop()]))
    return world
  } catch (error) {
    await close()
    throw error
  }
}

/** Two empty databases on one disk: the relay's and the yardstick's. */
export async function openDatabases(engine: Engine): Promise<{ relay: string; bare: string; close(): unknown }> {
  if (engine === 'postgres') {
    const postgres = await startPostgres()
    try {
      await runSql(postgres.url(), 'create database relay')
      await runSql(postgres.url(), 'create database bare')
    } catch (error) {
      await postgres.stop()
      throw error
    }
    return { relay: postgres.url('relay'), bare: postgres.url('bare'), close: postgres.stop }
  }
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-bench-'))
  return {
    relay: `sqlite:${join(folder, 'relay.sqlite')}`,
    bare: `sqlite:${join(folder, 'bare.sqlite')}`,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
