import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

type Answer = { resolve(value: Record<string, unknown>): void; reject(error: Error): void; method: string }
export type Params = Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: the DevTools protocol has no types here; each listener names what it reads
export type Incoming = any

/** One connection to Chromium over its pipe, and the sessions on it. Chromium ends by itself when the pipe closes. */
export class DevToolsPipe {
  private answers = new Map<number, Answer>()
  private sessions = new Map<string, DevToolsSession>()
  private lastId = 0
  private unread = ''
  private input: Writable
  readonly root = new DevToolsSession(this, '')
  onEnd: () => void = () => {}

  constructor(input: Writable, output: Readable) {
    this.input = input
    output.setEncoding('utf8').on('data', (text: string) => this.read(text))
    output.on('close', () => this.end())
    input.on('error', () => this.end())
  }

  session(id: string): DevToolsSession {
    const known = this.sessions.get(id) ?? new DevToolsSession(this, id)
    this.sessions.set(id, known)
    return known
  }

  send(method: string, params: Params, sessionId: string): Promise<Incoming> {
    const id = ++this.lastId
    this.input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    return new Promise((resolve, reject) => this.answers.set(id, { resolve, reject, method }))
  }

  private read(text: string): void {
    const parts = (this.unread + text).split('\0')
    this.unread = parts.pop() ?? ''
    for (const part of parts) this.take(JSON.parse(part))
  }

  private take(message: Incoming): void {
    if (message.id === undefined) {
      const session = message.sessionId ? this.sessions.get(message.sessionId) : this.root
      session?.emit(message.method, message.params)
      return
    }
    const answer = this.answers.get(message.id)
    this.answers.delete(message.id)
    if (message.error) answer?.reject(new DevToolsError(`${answer.method}: ${message.error.message}`))
    else answer?.resolve(message.result)
  }

  private end(): void {
    for (const { reject, method } of this.answers.values()) reject(new DevToolsError(`${method}: Chromium has ended`))
    this.answers.clear()
    const onEnd = this.onEnd
    this.onEnd = () => {}
    onEnd()
  }
}

/** Chromium refused a command, mostly because its page is gone. */
export class DevToolsError extends Error {}

export class DevToolsSession extends EventEmitter {
  private pipe: DevToolsPipe
  readonly sessionId: string

  constructor(pipe: DevToolsPipe, id: string) {
    super()
    this.pipe = pipe
    this.sessionId = id
  }

  send(method: string, params: Params = {}): Promise<Incoming> {
    return this.pipe.send(method, params, this.sessionId)
  }

  /** Sends a command whose failure only means that the page went away in the meantime. */
  tell(method: string, params: Params = {}): void {
    this.send(method, params).catch((error) => {
      if (!(error instanceof DevToolsError)) throw error
    })
  }
}
