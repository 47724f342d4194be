import type { Frame, Subscribed } from './live-feed.ts'

/** With the 64 kB a socket may hold itself, a desk that does not read costs less than 100 kB. A larger event still goes out whole. */
const MOST_BYTES = 16 * 1024
const ENOUGH_ROOM = MOST_BYTES / 2
const FLUSH_MS = 5_000

const encoder = new TextEncoder()
const BEAT = encoder.encode(': hb\n\n')

export type DeskStreamOptions = {
  subscribe(stream: DeskStream): Subscribed
  /** Called once, however the stream ends. */
  onEnd(): void
  /** Cuts the connection itself, for a desk that no longer reads; null when there is no socket. */
  cut: (() => void) | null
}

/** The frames of one desk on their way to its socket, which takes them as fast as it reads. */
export class DeskStream {
  readonly body: ReadableStream<Uint8Array>
  private readonly options: DeskStreamOptions
  private readonly waiting: Uint8Array[] = []
  private waitingBytes = 0
  private state: 'open' | 'flushing' | 'ended' = 'open'
  private isWanted = false
  private hasMoved = true
  private controller!: ReadableStreamDefaultController<Uint8Array>
  private subscribed: Subscribed | null = null

  constructor(options: DeskStreamOptions) {
    this.options = options
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller
        },
        pull: () => {
          this.isWanted = true
          this.flow()
        },
        cancel: () => this.finish(),
      },
      { highWaterMark: 0 },
    )
    this.push(BEAT)
    this.subscribed = options.subscribe(this)
  }

  hasRoom(): boolean {
    return this.state === 'open' && this.waitingBytes < MOST_BYTES
  }

  deliver(frame: Frame): void {
    this.push(frame.bytes)
  }

  /** Shows that the connection is alive. A desk that took nothing of what waits since the last beat is let go. */
  beat(): void {
    if (this.state !== 'open') return
    if (this.waiting.length === 0) this.push(BEAT)
    else if (!this.hasMoved) this.drop()
    this.hasMoved = false
  }

  /** Sends what waits, with `last` after it, and closes. */
  end(last?: string): void {
    if (this.state !== 'open') return
    if (last) this.push(encoder.encode(last))
    this.leave()
    this.state = 'flushing'
    setTimeout(() => this.options.cut?.(), FLUSH_MS).unref()
    this.flow()
  }

  /** Closes at once and forgets what waits; the desk resumes after the last id it got. */
  drop(): void {
    if (this.state === 'ended') return
    this.finish()
    if (this.options.cut) this.options.cut()
    else this.controller.error(new Error('the reader is too slow'))
  }

  private push(bytes: Uint8Array): void {
    if (this.state !== 'open') return
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    this.flow()
  }

  private flow(): void {
    if (!this.isWanted) return
    const next = this.waiting.shift()
    if (next) {
      this.isWanted = false
      this.hasMoved = true
      this.waitingBytes -= next.length
      this.controller.enqueue(next)
      if (this.waitingBytes <= ENOUGH_ROOM) this.subscribed?.resume()
    } else if (this.state === 'flushing') {
      this.state = 'ended'
      this.controller.close()
    }
  }

  private finish(): void {
    if (this.state === 'open') this.leave()
    this.state = 'ended'
    this.waiting.length = 0
    this.waitingBytes = 0
  }

  private leave(): void {
    this.subscribed?.stop()
    this.options.onEnd()
  }
}
