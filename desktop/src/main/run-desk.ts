import { join } from 'node:path'
import { app, dialog, safeStorage, session } from 'electron'
import type { IpcAnswer } from '../ipc/contract.ts'
import type { DeskCore, SecretStore } from './core/core-options.ts'
import { DeskTrouble } from './core/desk-trouble.ts'
import { registerCalls } from './ipc/register-calls.ts'
import { watchClock } from './os/clock-watch.ts'
import { LINK_SCHEME } from './os/deep-link.ts'
import { hearLinks } from './os/hear-links.ts'
import { watchNetwork } from './os/network-watch.ts'
import { watchPower, whenIdle } from './os/power.ts'
import { quitInOrder } from './os/quit-in-order.ts'
import { report } from './os/report.ts'
import { openSettings } from './os/settings-file.ts'
import { serveAppScheme } from './security/app-scheme.ts'
import { lockSession } from './security/lock-contents.ts'
import { openSecretStore } from './security/secret-store.ts'
import { Shell } from './shell.ts'
import { pairingIn } from './start-args.ts'
import { setMenu } from './window/menu.ts'
import { theWindow } from './window/the-window.ts'

const dist = join(import.meta.dirname, '..')
const { platform } = process

/** Joins the core with the window and the system, and runs until the app quits. Throws what keeps it from running at all. */
export async function runDesk(): Promise<void> {
  const folder = app.getPath('userData')
  const settings = openSettings(folder, report)
  const window = theWindow({ dist, isPackaged: app.isPackaged, settings, report })
  const links = hearLinks((link) => {
    window.show()
    if (link) window.push({ kind: 'pairingLink', ...link })
  })
  await app.whenReady()
  const secrets = await openSecretStore(folder, safeStorage, platform, report)
  const shell = new Shell({ folder, dist, settings, window, links, secrets })
  setMenu({ window: window.get, zoom: (direction) => shell.zoom(direction), quit: () => app.quit() }, platform, app.isPackaged)
  servePage(shell)
  registerCalls(window.get, { handle: (name, input) => answerWindow(shell, name, input) })
  const stopWatching = watchMachine(shell)
  quitInOrder({
    beforeQuit: () => shell.beforeQuit(),
    stop() {
      stopWatching()
      return shell.stop()
    },
  })
  // The cache first, then the window: its first question finds the answer ready.
  if (!(await startCore(shell.core, secrets))) return app.quit()
  window.open()
  void shell.notices.reread()
  app.on('activate', () => window.show())
  await shell.lookForUpdates()
  await pairAtOnce(shell)
}

async function answerWindow({ core, notices }: Shell, name: string, input: unknown): Promise<IpcAnswer> {
  const answer = await core.handle(name, input)
  // The first thing a window asks, whether it is new or came back after a crash.
  if (name === 'app.state') notices.windowListens()
  return answer
}

/** When the system does not open its key store, a person says whether it can be unlocked or is gone for good. Until then nothing is
 *  lost. False when the person will unlock it first. */
async function startCore(core: DeskCore, secrets: SecretStore): Promise<boolean> {
  try {
    await core.start()
  } catch (error) {
    if (!(error instanceof DeskTrouble) || error.code !== 'KEYS_LOCKED') throw error
    report('start', error.code)
    if (!(await agreesToPairAnew(error.message))) return false
    await secrets.forget()
    await core.start()
  }
  return true
}

async function agreesToPairAnew(message: string): Promise<boolean> {
  const buttons = ['Quit', 'Pair anew']
  const detail = 'Pairing anew deletes what this desk has kept, and changes that wait to be sent are lost.'
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'DentalAnswer',
    message,
    detail,
    buttons,
    cancelId: 0,
    defaultId: 0,
  })
  return response === 1
}

function servePage({ core }: Shell): void {
  lockSession(session.defaultSession, app.isPackaged)
  session.defaultSession.setSpellCheckerLanguages(platform === 'darwin' ? [] : ['en-US', 'es'])
  serveAppScheme({ folder: join(dist, 'renderer'), fetchRecording: (callId, range) => core.fetchRecording(callId, range) })
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
}

/** Returns the way to stop. */
function watchMachine({ core, notices }: Shell): () => void {
  const stopNetwork = watchNetwork(() => core.networkChanged())
  const stopClock = watchClock(() => core.resumed())
  const stopIdle = whenIdle(() => void core.checkCopy())
  watchPower({
    suspended: () => core.suspended(),
    resumed: () => core.resumed(),
    locked: (isLocked) => notices.setLocked(isLocked),
  })
  return () => {
    stopNetwork()
    stopClock()
    stopIdle()
  }
}

/** A pairing named at the start, for trying things out. */
async function pairAtOnce({ core }: Shell): Promise<void> {
  const pairing = pairingIn(process.argv, app.isPackaged)
  if (!pairing || core.state().isPaired) return
  const answer = await core.handle('pair.start', { ...pairing, deskName: 'This computer' })
  if (!answer.ok) report('pair', answer.code)
}
