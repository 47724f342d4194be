import { setTimeout as wait } from 'node:timers/promises'
import { app } from 'electron'

const LONGEST_MS = 5_000

/** Lets the app end only after `stop` has written and closed what is open, or after five seconds. */
export function quitInOrder(does: { beforeQuit(): void; stop(): Promise<unknown> }): void {
  let isStopped = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => does.beforeQuit())
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    isStopped = true
    void Promise.race([does.stop(), wait(LONGEST_MS)]).finally(() => app.quit())
  })
}
