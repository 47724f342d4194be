import { mkdirSync } from 'node:fs'
import type { Incoming } from './chromium/devtools-pipe.ts'
import { type Chromium, startChromium } from './chromium/start-chromium.ts'
import { effects } from './effects.ts'
import { app, chromiumSwitches } from './module/app.ts'
import { appState } from './module/app-state.ts'
import { profileFolder } from './module/session.ts'
import { webContents } from './module/web-contents.ts'

/** Starts the app's Chromium and everything that watches over it. */
export async function startApp(): Promise<Chromium> {
  watchErrors()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  // The test is gone: nobody is left to close the app.
  process.on('disconnect', () => app.exit(1))
  mkdirSync(profileFolder(), { recursive: true })
  const chromium = await startChromium(profileFolder(), chromiumSwitches)
  appState.chromium = chromium
  chromium.pipe.onEnd = () => {
    console.error('Chromium ended.')
    process.exit(1)
  }
  watchTargets(chromium)
  await chromium.pipe.root.send('Target.setDiscoverTargets', { discover: true })
  return chromium
}

/** Electron shows a dialog about an error nobody caught, and goes on. */
function watchErrors(): void {
  const record = (kind: string) => (error: unknown) => {
    console.error(`${kind} in the main process:`, error)
    effects.mainErrors.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
  process.on('uncaughtException', record('Uncaught exception'))
  process.on('unhandledRejection', record('Unhandled rejection'))
}

/** A link may open a window of its own (`window.open` never does, see `page-world.ts`). It is closed at once; the page itself hears of it.
 *  A page that a person or a test closes takes its window with it. */
function watchTargets({ pipe }: Chromium): void {
  pipe.root.on('Target.targetCreated', ({ targetInfo }: Incoming) => {
    const { targetId, type, openerId } = targetInfo
    const isPopup = type === 'page' && webContents.getAllWebContents().some((one) => one._targetId === openerId)
    if (isPopup) pipe.root.tell('Target.closeTarget', { targetId })
  })
  pipe.root.on('Target.targetDestroyed', ({ targetId }: Incoming) => {
    webContents
      .getAllWebContents()
      .find((one) => one._targetId === targetId)
      ?._onCloseAsked()
  })
}
