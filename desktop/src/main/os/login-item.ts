import { app } from 'electron'

/** Starts the app with the computer, hidden. Only what is installed: otherwise Electron itself would be started without the app. */
export function followLoginItem(startWithComputer: boolean, platform: string): void {
  if (!app.isPackaged || platform === 'linux') return
  if (app.getLoginItemSettings().openAtLogin !== startWithComputer) app.setLoginItemSettings({ openAtLogin: startWithComputer })
}
