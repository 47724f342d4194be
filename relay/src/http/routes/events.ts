import { RESET_EVENT } from '@dentalanswer/shared/contract/events.ts'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import type { DeviceId } from '@dentalanswer/shared/domain/ids.ts'
import { Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { findDevice } from '../../store/devices.ts'
import { eventRange } from '../../store/event-log.ts'
import { type DeskEnv, requireDevice } from '../require-device.ts'

const BEAT_MS = 15_000
const CHECK_DEVICE_MS = 60_000
/** A reader that has this much waiting is let go and resumes later; one event larger than that still goes out whole. */
const MOST_QUEUED_BYTES = 64 * 1024
const MOST_QUEUED_EVENTS = 256
const STREAMS_PER_DEVICE = 3
const LONGEST_MS = 30 * 60_000

const encoder = new TextEncoder()
const BEAT = encoder.encode(': hb\n\n')
const RESET = encoder.encode(`event: ${RESET_EVENT}\ndata: {}\n\n`)

type Stream = { beat(): void; end(): void; deviceId: DeviceId; practiceId: string }

const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' }

/** The live feed of a desk's practice. Resumes after `Last-Event-ID` or `?after=`; without either it starts with what comes next. */
export function eventRoutes(deps: RelayDeps) {
  const byDevice = new Map<DeviceId, Stream[]>()
  const everyStream = () => [...byDevice.values()].flat()
  const beat = setInterval(() => {
    for (const stream of everyStream()) stream.beat()
  }, BEAT_MS)
  const check = setInterval(() => void dropRevoked(deps, everyStream()), CHECK_DEVICE_MS)
  beat.unref()
  check.unref()

  const app = new Hono<DeskEnv>().get(EVENTS_PATH, requireDevice(deps), async (c) => {
    const { device, practiceId } = c.get('desk')
    const after =
      cursorOf(c.req.header('last-event-id') ?? c.req.query('after')) ?? (await deps.store.read(() => eventRange(practiceId))).last
    const body = openStream((stream) => {
      const mine = byDevice.get(device.id) ?? []
      // A desk that reconnects may leave half-open streams behind; the newest count.
      for (const old of mine.slice(0, Math.max(0, mine.length - STREAMS_PER_DEVICE + 1))) old.end()
      byDevice.set(device.id, [...(byDevice.get(device.id) ?? []), stream])
      return () => {
        const left = (byDevice.get(device.id) ?? []).filter((one) => one !== stream)
        if (left.length > 0) byDevice.set(device.id, left)
        else byDevice.delete(device.id)
      }
    })
    return c.body(body, 200, HEADERS)

    function openStream(register: (stream: Stream) => () => void): ReadableStream<Uint8Array> {
      let stop = () => {}
      let queuedEvents = 0
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            let isOpen = true
            const close = () => {
              if (!isOpen) return
              isOpen = false
              stop()
              controller.close()
            }
            const waiting = () => MOST_QUEUED_BYTES - (controller.desiredSize ?? 0)
            const stream: Stream = {
              deviceId: device.id,
              practiceId,
              end: close,
              beat: () => isOpen && waiting() < MOST_QUEUED_BYTES && controller.enqueue(BEAT),
            }
            const unregister = register(stream)
            const timer = setTimeout(close, LONGEST_MS / 2 + Math.random() * (LONGEST_MS / 2))
            timer.unref()
            let unsubscribe = () => {}
            stop = () => {
              clearTimeout(timer)
              unsubscribe()
              unregister()
            }
            controller.enqueue(BEAT)
            unsubscribe = deps.feed.subscribe(practiceId, after, {
              deliver(frame) {
                if (!isOpen) return false
                const bytes = waiting()
                queuedEvents = bytes <= 0 ? 1 : queuedEvents + 1
                if (queuedEvents > MOST_QUEUED_EVENTS || (bytes > 0 && bytes + frame.bytes.length > MOST_QUEUED_BYTES)) {
                  close()
                  return false
                }
                controller.enqueue(frame.bytes)
                return true
              },
              reset() {
                if (isOpen) controller.enqueue(RESET)
                close()
              },
              fail: close,
            })
            if (!isOpen) unsubscribe()
          },
          cancel: () => stop(),
        },
        new ByteLengthQueuingStrategy({ highWaterMark: MOST_QUEUED_BYTES }),
      )
    }
  })
  return {
    app,
    /** Ends every stream, so that the server can close; the desks resume elsewhere. */
    close() {
      clearInterval(beat)
      clearInterval(check)
      for (const stream of everyStream()) stream.end()
    },
  }
}

function cursorOf(text: string | undefined): number | null {
  return text && /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null
}

async function dropRevoked(deps: RelayDeps, streams: Stream[]): Promise<void> {
  for (const stream of streams) {
    try {
      const device = await deps.store.read(() => findDevice(stream.practiceId, stream.deviceId))
      if (!device || device.revokedAt !== null) stream.end()
    } catch (error) {
      deps.report('feed', error)
      return
    }
  }
}
