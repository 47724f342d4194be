import type { WebPreferences } from 'electron'

/** How the window is locked. Each line answers one of Electron's own recommendations; a test holds them all. */
export function lockedPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
    devTools: !isPackaged,
    // A hidden window must still draw at once when an alarm brings it up.
    backgroundThrottling: false,
    // An emergency sounds even where nobody has touched the window since the start.
    autoplayPolicy: 'no-user-gesture-required',
  }
}
