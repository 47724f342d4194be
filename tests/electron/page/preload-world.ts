// Sent to the browser as text: stands alone. Runs in the preload's own world, then runs the preload.
import type { Bridge } from './bridge.ts'

export type PreloadConfig = { binding: string; deliver: string; process: Record<string, unknown> }
export type PreloadBody = (...names: unknown[]) => void
/** What the preload world tells the main process. `args` is wire text. */
export type FromPreload =
  | { type: 'invoke'; id: number; channel: string; args: string }
  | { type: 'send'; id: number; channel: string; args: string }
  | { type: 'permit'; id: number; permission: string }
  | { type: 'report'; kind: string; detail: unknown }
  | { type: 'preload-error'; message: string; stack: string }
/** What the main process tells it. */
export type ToPreload =
  | { type: 'message'; channel: string; args: string }
  | { type: 'answer'; id: number; value?: string; error?: string }
  | { type: 'permitted'; id: number; isGranted: boolean }

type Listener = (event: unknown, ...args: unknown[]) => void

/** Gives the preload what a sandboxed preload has: `require('electron')` with `contextBridge` and `ipcRenderer`, and a small `process`. */
export function runPreload(
  config: PreloadConfig,
  bridge: Bridge,
  encodeWire: (value: unknown) => string,
  decodeWire: (text: string) => unknown,
  body: PreloadBody,
): void {
  const globals = globalThis as unknown as Record<string, unknown>
  const binding = globals[config.binding] as (text: string) => void
  delete globals[config.binding]
  const tell = (message: FromPreload) => binding(JSON.stringify(message))
  const waiting = new Map<number, (message: never) => void>()
  const listeners = new Map<string, { listener: Listener; isOnce: boolean }[]>()
  let lastId = 0

  globals[config.deliver] = (text: string) => take(JSON.parse(text))
  bridge.give('internals', { report: (kind: string, detail: unknown) => tell({ type: 'report', kind, detail }), permit })
  const module = { exports: {} }
  const timers = { setImmediate: (run: () => void) => setTimeout(run, 0), clearImmediate: clearTimeout }
  try {
    body(
      required,
      module,
      module.exports,
      guard('process', config.process),
      undefined,
      timers.setImmediate,
      timers.clearImmediate,
      globalThis,
    )
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    tell({ type: 'preload-error', message, stack: stack ?? message })
  }

  function required(name: string): unknown {
    if (name === 'electron' || name === 'electron/renderer')
      return guard('electron', { contextBridge: guard('contextBridge', contextBridge()), ipcRenderer: guard('ipcRenderer', ipcRenderer()) })
    throw new Error(`module not found: ${name}`)
  }

  function guard<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get(object, key, receiver) {
        if (typeof key === 'string' && !(key in object) && key !== 'then' && key !== '__esModule' && key !== 'default')
          throw new Error(`the stand-in does not know ${name}.${key} in a preload`)
        return Reflect.get(object, key, receiver)
      },
    })
  }

  function contextBridge() {
    return { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) }
  }

  function ipcRenderer() {
    const add = (channel: string, listener: Listener, isOnce: boolean) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, isOnce }])
      return self
    }
    const remove = (channel: string, listener: Listener) => {
      const all = listeners.get(channel) ?? []
      const at = all.findLastIndex((one) => one.listener === listener)
      listeners.set(
        channel,
        all.filter((_, index) => index !== at),
      )
      return self
    }
    const removeAll = (channel?: string) => {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return self
    }
    const self = {
      invoke,
      send: (channel: string, ...args: unknown[]) => tell({ type: 'send', id: ++lastId, channel: named(channel), args: encodeWire(args) }),
      on: (channel: string, listener: Listener) => add(channel, listener, false),
      once: (channel: string, listener: Listener) => add(channel, listener, true),
      addListener: (channel: string, listener: Listener) => add(channel, listener, false),
      off: remove,
      removeListener: remove,
      removeAllListeners: removeAll,
      listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
    }
    return self
  }

  function named(channel: unknown): string {
    if (typeof channel !== 'string') throw new TypeError('Channel must be a string')
    return channel
  }

  async function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const id = ++lastId
    tell({ type: 'invoke', id, channel: named(channel), args: encodeWire(args) })
    const answer = await new Promise<Extract<ToPreload, { type: 'answer' }>>((resolve) => waiting.set(id, resolve))
    if (answer.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`)
    return decodeWire(answer.value!)
  }

  async function permit(permission: string): Promise<boolean> {
    const id = ++lastId
    tell({ type: 'permit', id, permission })
    const answer = await new Promise<Extract<ToPreload, { type: 'permitted' }>>((resolve) => waiting.set(id, resolve))
    return answer.isGranted
  }

  function take(message: ToPreload): void {
    if (message.type === 'message') {
      receive(message.channel, decodeWire(message.args) as unknown[])
      return
    }
    const resolve = waiting.get(message.id)
    waiting.delete(message.id)
    resolve?.(message as never)
  }

  function receive(channel: string, args: unknown[]): void {
    const all = listeners.get(channel) ?? []
    listeners.set(
      channel,
      all.filter((one) => !one.isOnce),
    )
    for (const { listener } of all) listener({ sender: null, ports: [] }, ...args)
  }
}
