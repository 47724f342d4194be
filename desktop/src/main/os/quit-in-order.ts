import { setTimeout as wait } from 'node:timers/promises'
import { app } from 'electron'

const LONGEST_MS = 5_000

/** Lets the app end only after `stop` has written and closed what is open, or after five seconds. Asking again meanwhile hurries nothing. */
export function quitInOrder(does: { beforeQuit(): void; stop(): Promise<unknown> }): void {
  let isStopping = false
  let isStopped = false
  const stop = async () => {
    // Whatever fails in it must not keep the app from ending.
    await Promise.race([Promise.resolve().then(does.stop), wait(LONGEST_MS)]).catch(() => undefined)
    isStopped = true
    app.quit()
  }
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => does.beforeQuit())
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    if (!isStopping) void stop()
    isStopping = true
  })
}
