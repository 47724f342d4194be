import type { Chromium } from '../chromium/start-chromium.ts'

/** What every part of the stand-in shares: whether the app is ready, its Chromium, and its package. */
export const appState = {
  isReady: false,
  isQuitting: false,
  appPath: '',
  packageName: '',
  packageVersion: '',
  chromium: null as Chromium | null,
}

export function requireChromium(): Chromium {
  if (!appState.chromium) throw new Error('Cannot create BrowserWindow before app is ready')
  return appState.chromium
}
