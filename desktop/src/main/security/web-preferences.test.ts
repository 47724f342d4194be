import { expect, test } from 'vitest'
import { lockedPreferences } from './web-preferences.ts'

test('the window is sandboxed, isolated and without Node', () => {
  expect(lockedPreferences('/preload.cjs', true)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
})

test('no engine feature is switched on', () => {
  expect(lockedPreferences('/preload.cjs', true)).not.toHaveProperty('enableBlinkFeatures')
})

test('what is installed has no developer tools', () => {
  expect(lockedPreferences('/preload.cjs', true).devTools).toBe(false)
  expect(lockedPreferences('/preload.cjs', false).devTools).toBe(true)
})
