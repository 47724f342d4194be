import { effects } from '../effects.ts'
import { requireChromium } from './app-state.ts'
import type { PageLoading } from './page-loading.ts'
import { defaultSession } from './session.ts'

/** Electron's names of permissions, and Chromium's. */
const NAMES: Record<string, string[]> = {
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  geolocation: ['geolocation'],
  'clipboard-read': ['clipboard-read'],
  midi: ['midi'],
  'display-capture': ['display-capture'],
}

async function tellChromium(contents: PageLoading, permission: string, isGranted: boolean): Promise<void> {
  const origin = contents._chromiumOrigin()
  if (!origin.startsWith('http')) return
  const setting = isGranted ? 'granted' : 'denied'
  const { pipe } = requireChromium()
  const set = (name: string) => pipe.root.send('Browser.setPermission', { permission: { name }, setting, origin })
  await Promise.all((NAMES[permission] ?? []).map(set))
}

/** Lets Chromium know what the app's check handler says about each permission, before the page can ask. */
export async function applyChecks(contents: PageLoading, origin: string): Promise<void> {
  const check = defaultSession._onCheck
  for (const permission of Object.keys(NAMES)) {
    const isGranted = check ? check(contents, permission, origin, { isMainFrame: true, requestingUrl: contents.getURL() }) : true
    await tellChromium(contents, permission, isGranted)
  }
}

/** The page asks for something: the app's request handler decides. Without one Electron grants. */
export async function decidePermission(contents: PageLoading, permission: string): Promise<boolean> {
  const isGranted = isDevice(permission) ? askDevice(contents, permission) : await askHandler(contents, permission)
  effects.permissionRequests.push({ permission, isGranted })
  await tellChromium(contents, permission, isGranted)
  return isGranted
}

const isDevice = (permission: string) => ['usb', 'hid', 'serial', 'bluetooth'].includes(permission)

/** A device is only ever chosen by an app that listens for the choice; there is no device here to choose. */
function askDevice(contents: PageLoading, permission: string): boolean {
  const details = { deviceType: permission, origin: contents.mainFrame.origin, device: {} }
  defaultSession._onDevice?.(details)
  return false
}

function askHandler(contents: PageLoading, permission: string): Promise<boolean> {
  const handler = defaultSession._onRequest
  if (!handler) return Promise.resolve(true)
  const details = { isMainFrame: true, requestingUrl: contents.getURL(), requestingOrigin: contents.mainFrame.origin }
  return new Promise((resolve) => handler(contents, permission, (isGranted) => resolve(isGranted === true), details))
}
