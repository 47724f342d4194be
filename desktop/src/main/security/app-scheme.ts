import { protocol } from 'electron'
import { type AppSource, serveApp } from './serve-app.ts'

/** Must run before the app is ready. Without `standard` the page would have no origin, without `stream` a recording could not be sought. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ])
}

export function serveAppScheme(source: AppSource): void {
  protocol.handle('app', serveApp(source))
}
