// Sent to the browser as text: stands alone. Runs in the page's own world before any of its scripts.
import type { Bridge } from './bridge.ts'

type Internals = { report(kind: string, detail: unknown): void; permit(permission: string): Promise<boolean> }

/** What Electron changes in a page: new windows, closing and permissions are decided by the main process. */
export function preparePage(bridge: Bridge): void {
  const internals = () => bridge.given.internals as Internals
  window.open = (url?: string | URL) => {
    internals().report('window.open', new URL(String(url ?? 'about:blank'), document.baseURI).href)
    return null
  }
  window.close = () => internals().report('window.close', null)
  window.print = () => internals().report('window.print', null)
  document.addEventListener('DOMContentLoaded', () => {
    const tell = () => internals().report('title', document.title)
    new MutationObserver(tell).observe(document.head, { childList: true, characterData: true, subtree: true })
    tell()
  })

  const denied = (text: string) => new DOMException(text, 'NotAllowedError')
  type Ask = (...args: never[]) => Promise<unknown>
  const asked = (owner: object | undefined, name: string, permission: string, refuse: () => unknown) => {
    const original = owner && (Reflect.get(owner, name) as Ask | undefined)
    if (!owner || !original) return
    const asking = async (...args: never[]) => ((await internals().permit(permission)) ? original.apply(owner, args) : refuse())
    Object.defineProperty(owner, name, { value: asking, configurable: true, writable: true })
  }
  const refuseWith = (text: string) => () => Promise.reject(denied(text))

  if (typeof Notification !== 'undefined') asked(Notification, 'requestPermission', 'notifications', () => 'denied')
  asked(navigator.mediaDevices, 'getUserMedia', 'media', refuseWith('Permission denied'))
  asked(navigator.mediaDevices, 'getDisplayMedia', 'display-capture', refuseWith('Permission denied'))
  asked(navigator.clipboard, 'read', 'clipboard-read', refuseWith('Read permission denied.'))
  asked(navigator.clipboard, 'readText', 'clipboard-read', refuseWith('Read permission denied.'))
  asked(navigator, 'requestMIDIAccess', 'midi', refuseWith('Permission denied'))
  asked(Element.prototype, 'requestFullscreen', 'fullscreen', () => Promise.reject(new TypeError('Permissions check failed')))
  for (const kind of ['usb', 'hid', 'serial', 'bluetooth']) {
    const device = Reflect.get(navigator, kind) as object | undefined
    for (const name of ['requestDevice', 'requestPort'])
      asked(device, name, kind, () => Promise.reject(new DOMException('No device selected.', 'NotFoundError')))
  }
  preparePositions()

  function preparePositions(): void {
    const geo = navigator.geolocation
    if (!geo) return
    for (const name of ['getCurrentPosition', 'watchPosition'] as const) {
      const original = geo[name].bind(geo)
      const asking = (found: PositionCallback, failed?: PositionErrorCallback | null, options?: PositionOptions) => {
        internals()
          .permit('geolocation')
          .then((isGranted) =>
            isGranted
              ? original(found, failed, options)
              : failed?.({ code: 1, message: 'User denied Geolocation' } as GeolocationPositionError),
          )
        return 0
      }
      Object.defineProperty(geo, name, { value: asking, configurable: true, writable: true })
    }
  }
}
