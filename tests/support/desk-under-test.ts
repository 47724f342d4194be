import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPairingCode } from '@dentalanswer/relay/src/desk/pair-device.ts'
import { onTestFinished } from 'vitest'
import { type IpcInput, type IpcName, type IpcOutput, ipc } from '../../desktop/src/ipc/contract.ts'
import { Preferences } from '../../desktop/src/ipc/preferences.ts'
import type { Push } from '../../desktop/src/ipc/pushes.ts'
import type { AppliedChange, DeskCoreOptions, SecretStore } from '../../desktop/src/main/core/core-options.ts'
import { createDeskCore } from '../../desktop/src/main/core/desk-core.ts'
import type { Secrets } from '../../desktop/src/main/core/secrets.ts'
import { until } from './serve-world.ts'
import type { World } from './world.ts'

export class DeskRefused extends Error {
  readonly code: string
  readonly details: Record<string, unknown> | undefined
  constructor(code: string, message: string, details?: Record<string, unknown>) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** What a machine keeps between starts of its desk. */
export type Machine = { folder: string; kept: { secrets: Secrets | null }; mode: 'kept' | 'session' }

export function newMachine(mode: Machine['mode'] = 'kept'): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'dentalanswer-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, kept: { secrets: null }, mode }
}

function secretStore({ kept, mode }: Machine): SecretStore {
  return {
    mode: () => mode,
    load: async () => kept.secrets,
    save: async (secrets) => {
      kept.secrets = structuredClone(secrets)
    },
    forget: async () => {
      kept.secrets = null
    },
  }
}

export type DeskUnderTest = Awaited<ReturnType<typeof startDesk>>

/** The desk's real core with its real cache file. Every answer is checked against the IPC contract. Stopped when the test ends. */
export async function startDesk(machine: Machine = newMachine(), more: Partial<DeskCoreOptions> = {}) {
  const pushes: Push[] = []
  const applied: AppliedChange[] = []
  const reports: string[] = []
  const core = createDeskCore({
    folder: machine.folder,
    secrets: secretStore(machine),
    push: (push) => pushes.push(push),
    onNoticeSource: (change) => applied.push(change),
    readPreferences: () => Preferences.parse({}),
    changePreferences: (change) => ({ ...Preferences.parse({}), ...change }),
    openExternal: () => undefined,
    writeClipboard: () => undefined,
    saveFile: async () => false,
    setBadge: () => undefined,
    readUpdate: () => ({ kind: 'none', version: null }),
    installUpdate: () => ({ kind: 'none', version: null }),
    pairingLink: () => null,
    version: '0.0.0',
    platform: 'linux',
    random: () => 0,
    report: (where, code) => reports.push(`${where} ${code}`),
    ...more,
  })
  let isStopped = false
  const stop = async () => {
    if (isStopped) return
    isStopped = true
    await core.stop()
  }
  onTestFinished(stop)
  await core.start()

  async function call<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>> {
    const answer = await core.handle(name, input)
    if (!answer.ok) throw new DeskRefused(answer.code, answer.message, answer.details)
    ipc[name].out.parse(structuredClone(answer.value))
    return answer.value as IpcOutput<N>
  }
  const isState = (state: string) => core.state().line.state === state
  return {
    core,
    machine,
    pushes,
    applied,
    reports,
    stop,
    call,
    queue: async () => (await call('app.state', {})).queue,
    run: <N extends IpcInput<'command.run'>['name']>(name: N, input: Record<string, unknown>, canWait = true) =>
      call('command.run', { name, input, label: 'A change', canWait }),
    async pair(world: World, relay: string) {
      const { code } = await createPairingCode(world.deps.base, world.practiceId)
      const state = await call('pair.start', { address: relay, code, deskName: 'Front desk' })
      await until(() => isState('live'), 'the desk to be live')
      return state
    },
    reaches: (state: string) => until(() => isState(state), `the line to be ${state}, it is ${core.state().line.state}`),
    /** Everything committed so far is in the cache. */
    hasCaughtUp: async (world: World) => {
      const last = (await world.events()).at(-1)?.seq ?? 0
      const seen = () => pushes.findLast((push) => push.kind === 'changed')?.seq ?? 0
      await until(() => seen() >= last, `event ${last}, have ${seen()}`)
    },
  }
}
