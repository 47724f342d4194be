import { app, type Session, shell, type WebContents } from 'electron'
import { APP_ORIGIN } from '../../ipc/contract.ts'
import { isAllowedLink, isOwnRequest } from './allowed-link.ts'

// Put in by the build; null when the build names none.
declare const DOCS_SITE: string | null
export const docsSite = typeof DOCS_SITE === 'undefined' ? null : DOCS_SITE

/** Opens an address with the system's own program. Anything but a phone number or the docs site is dropped. */
export async function openAllowed(address: string): Promise<void> {
  if (isAllowedLink(address, docsSite)) await shell.openExternal(address)
}

/** Holds for every web contents there will ever be: it stays on its page, opens no other, and embeds nothing. */
export function lockEveryContents(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openAllowed(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (event.url !== `${APP_ORIGIN}/index.html`) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** No permission is ever given, and no request but for the page's own files leaves the window. */
export function lockSession(session: Session, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const isDevTools = !isPackaged && details.url.startsWith('devtools:')
    answer({ cancel: !isOwnRequest(details.url) && !isDevTools })
  })
}
