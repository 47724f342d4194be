import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { RESET_EVENT } from '@dentalanswer/shared/contract/events.ts'
import { EVENTS_PATH } from '@dentalanswer/shared/contract/routes.ts'
import type { DeviceId, PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { RelayDeps } from '../../deps.ts'
import { DeskStream } from '../../events/desk-stream.ts'
import { findDevice } from '../../store/devices.ts'
import { eventRange } from '../../store/event-log.ts'
import { type DeskEnv, requireDevice } from '../require-device.ts'

type EventsEnv = DeskEnv & { Bindings: Partial<HttpBindings> }
type Open = { stream: DeskStream; deviceId: DeviceId; practiceId: PracticeId }

const CHECK_DEVICES_MS = 60_000
const STREAMS_PER_DEVICE = 3
const LONGEST_MS = 30 * 60_000
const RESET = `event: ${RESET_EVENT}\ndata: {}\n\n`
const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' }

/** The live feed of a desk's practice. Resumes after `Last-Event-ID` or `?after=`; without either it starts with what comes next. */
export function eventRoutes(deps: RelayDeps, { beatMs = 15_000 } = {}) {
  const byDevice = new Map<DeviceId, Open[]>()
  const everyOne = () => [...byDevice.values()].flat()
  const beat = setInterval(() => {
    for (const { stream } of everyOne()) stream.beat()
  }, beatMs)
  const check = setInterval(() => void dropRevoked(deps, everyOne()), CHECK_DEVICES_MS)
  beat.unref()
  check.unref()

  function remember(open: Open): void {
    const mine = [...(byDevice.get(open.deviceId) ?? []), open]
    byDevice.set(open.deviceId, mine)
    // A desk that reconnects may leave half-open streams behind; the newest count.
    for (const old of mine.slice(0, -STREAMS_PER_DEVICE)) old.stream.end()
  }
  function forget(open: Open): void {
    const left = (byDevice.get(open.deviceId) ?? []).filter((one) => one !== open)
    if (left.length > 0) byDevice.set(open.deviceId, left)
    else byDevice.delete(open.deviceId)
  }

  function openStream(c: Context<EventsEnv>, after: number): DeskStream {
    const { device, practiceId } = c.get('desk')
    const { outgoing } = c.env ?? {}
    const longest = setTimeout(() => stream.end(), LONGEST_MS / 2 + Math.random() * (LONGEST_MS / 2))
    longest.unref()
    const stream = new DeskStream({
      subscribe: (opened) =>
        deps.feed.subscribe(practiceId, after, {
          hasRoom: () => opened.hasRoom(),
          deliver(frame) {
            opened.deliver(frame)
            // Perhaps it is this desk that was revoked.
            if (frame.type === 'device.changed') void dropRevoked(deps, [open])
          },
          reset: () => opened.end(RESET),
          fail: () => opened.drop(),
        }),
      onEnd() {
        clearTimeout(longest)
        forget(open)
      },
      cut: outgoing ? () => !outgoing.writableFinished && outgoing.destroy() : null,
    })
    const open: Open = { stream, deviceId: device.id, practiceId }
    remember(open)
    return stream
  }

  const app = new Hono<EventsEnv>().get(EVENTS_PATH, requireDevice(deps), async (c) => {
    const { practiceId } = c.get('desk')
    const given = cursorOf(c.req.header('last-event-id') || c.req.query('after'))
    // Nobody would ever read the stream of a HEAD request.
    if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS)
    return c.body(openStream(c, given ?? (await deps.store.read(() => eventRange(practiceId))).last).body, 200, HEADERS)
  })
  return {
    app,
    /** Ends every stream, so that the server can close; the desks resume elsewhere. */
    close() {
      clearInterval(beat)
      clearInterval(check)
      for (const { stream } of everyOne()) stream.end()
    },
  }
}

/** Null when none was given. A number too large to be one of ours is like any other from the future. */
function cursorOf(text: string | undefined): number | null {
  if (!text) return null
  if (!/^\d{1,40}$/.test(text)) throw new DeskError('BAD_INPUT', 'An event id is a whole number.')
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER)
}

async function dropRevoked(deps: RelayDeps, ones: Open[]): Promise<void> {
  try {
    for (const { stream, practiceId, deviceId } of ones) {
      const device = await deps.store.read(() => findDevice(practiceId, deviceId))
      if (!device || device.revokedAt !== null) stream.end()
    }
  } catch (error) {
    // The next check asks again.
    deps.report('feed', error)
  }
}
