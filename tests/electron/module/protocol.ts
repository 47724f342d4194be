import { addScheme } from '../chromium/addresses.ts'
import { appState } from './app-state.ts'
import { guarded } from './guard.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>
type Privileges = Record<string, boolean>

const handlers = new Map<string, SchemeHandler>()
const privileged = new Map<string, Privileges>()

/** The handler of an app-form address, if its scheme has one. */
export const handlerFor = (url: string): SchemeHandler | undefined => handlers.get(new URL(url).protocol.slice(0, -1))
export const privilegesFor = (url: string): Privileges => privileged.get(new URL(url).protocol.slice(0, -1)) ?? {}

/** Only schemes registered as standard get an origin of their own; others are not mapped into Chromium at all. */
export const protocol = guarded('protocol', {
  registerSchemesAsPrivileged(list: { scheme: string; privileges?: Privileges }[]): void {
    if (appState.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    privileged.clear()
    for (const { scheme, privileges } of list) {
      privileged.set(scheme, privileges ?? {})
      if (privileges?.standard) addScheme(scheme)
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    requireReady()
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!privileged.get(scheme)?.standard)
      throw new Error(`the stand-in does not know protocol.handle for "${scheme}", which is not a standard scheme`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    requireReady()
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  },
  isProtocolHandled(scheme: string): boolean {
    requireReady()
    return handlers.has(scheme)
  },
})

function requireReady(): void {
  if (!appState.isReady) throw new Error('Session can only be received when app is ready')
}
