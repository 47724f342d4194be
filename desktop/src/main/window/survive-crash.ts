import { app, type BrowserWindow, dialog } from 'electron'
import { limitReloads } from './reload-limit.ts'

/** Brings the page back after its process died. When it keeps dying, or hangs, a person decides. */
export function surviveCrash(window: BrowserWindow, report: (where: string, code: string) => void): void {
  const mayReload = limitReloads(() => performance.now())
  let isAsking = false

  async function ask(message: string, detail: string, action: string, act: () => void): Promise<void> {
    if (isAsking) return
    isAsking = true
    const buttons = [action, 'Quit']
    const { response } = await dialog.showMessageBox({ type: 'warning', title: 'DentalAnswer', message, detail, buttons, cancelId: 0 })
    isAsking = false
    if (response === 1) app.quit()
    else if (!window.isDestroyed()) act()
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    report('window', details.reason)
    if (mayReload()) return window.webContents.reload()
    void ask(
      'The window stopped several times in a minute.',
      'Calls are still answered. What waits to be sent is kept.',
      'Open again',
      () => window.webContents.reload(),
    )
  })
  window.webContents.on('unresponsive', () => {
    report('window', 'unresponsive')
    void ask('The window does not answer.', 'Wait a little, or open it again. What waits to be sent is kept.', 'Open again', () => {
      if (mayReload()) window.webContents.reload()
    })
  })
}
