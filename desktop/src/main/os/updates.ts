import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { UpdateState } from '../../ipc/pushes.ts'
import { type Business, mayInstall } from './update-policy.ts'

const EVERY_MS = 4 * 60 * 60_000

export type Updates = { state(): UpdateState; install(): UpdateState; beforeQuit(): void }
/** As long as nobody looks. */
export const NO_UPDATES: Updates = {
  state: () => ({ kind: 'unsupported', version: null }),
  install: () => NO_UPDATES.state(),
  beforeQuit: () => {},
}
export type UpdateHears = {
  changed(state: UpdateState): void
  business(): Business
  beforeInstall(): void
  report(where: string, code: string): void
}

/** Looks for a newer version at the start and every four hours, and fetches it in the background. It is installed when a person asks or
 *  when the app quits, never in the middle of a call, an emergency or a change being sent. */
export async function openUpdates(isPackaged: boolean, hears: UpdateHears): Promise<Updates> {
  // Built without an address for updates, a package has no such file.
  const mayLook = isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'))
  if (!mayLook) return NO_UPDATES
  let state: UpdateState = { kind: 'none', version: null }
  const { autoUpdater } = (await import('electron-updater')).default

  function change(next: UpdateState): void {
    state = next
    hears.changed(next)
  }
  const look = () => autoUpdater.checkForUpdates().catch(() => hears.report('update', 'NOT_CHECKED'))

  autoUpdater.autoDownload = true
  autoUpdater.autoInstallOnAppQuit = true
  autoUpdater.logger = null
  autoUpdater.on('update-available', ({ version }) => change({ kind: 'downloading', version }))
  autoUpdater.on('update-downloaded', ({ version }) => change({ kind: 'ready', version }))
  autoUpdater.on('error', () => {
    hears.report('update', 'FAILED')
    if (state.kind === 'downloading') change({ kind: 'failed', version: state.version })
  })
  void look()
  setInterval(() => void look(), EVERY_MS).unref()

  return {
    state: () => state,
    install() {
      if (state.kind !== 'ready' || !mayInstall(hears.business())) return state
      hears.beforeInstall()
      autoUpdater.quitAndInstall()
      return state
    },
    beforeQuit() {
      autoUpdater.autoInstallOnAppQuit = mayInstall(hears.business())
    },
  }
}
