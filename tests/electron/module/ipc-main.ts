import { encodeWire } from '../page/wire.ts'
import { GuardedEmitter } from './guard.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

/** `ipcMain`, and the `ipc` of one page's contents. */
export class IpcMain extends GuardedEmitter {
  _handlers = new Map<string, Handler>()

  constructor(name: string) {
    super(name)
    // Electron lets "error" be an ordinary channel.
    this.on('error', () => {})
  }
  handle(channel: string, handler: Handler): void {
    if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function') throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this._handlers.set(channel, handler)
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }
  removeHandler(channel: string): void {
    this._handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain('ipcMain')

/** Answers one `ipcRenderer.invoke`: the wire text of the result, or the error as Electron words it. */
export async function answerInvoke(
  receivers: IpcMain[],
  event: object,
  channel: string,
  args: unknown[],
): Promise<{ value?: string; error?: string }> {
  const handler = receivers.map((one) => one._handlers.get(channel)).find((one) => one !== undefined)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { value: encodeWire(await handler(event, ...args)) }
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    return { error: String(error) }
  }
}
