import { type Delays, nextTurn } from '../wire/delays.ts'
import type { DeliveryStep } from './delivery-steps.ts'
import { planDelivery } from './delivery-steps.ts'
import type { TwilioFaults } from './faults.ts'
import type { PostWebhook } from './post-webhook.ts'
import type { MessageStatus, TwilioMessage, TwilioWorld } from './world.ts'

export type Deliveries = {
  /** Starts the way of an accepted text. Resolves before the create request may be answered. */
  start: (message: TwilioMessage) => Promise<void>
  /** Brings every text that is under way to its end at once and waits for the callbacks. */
  flush: () => Promise<void>
  /** Forgets every text that is under way. */
  stop: () => void
}

type Delivery = { message: TwilioMessage; steps: DeliveryStep[]; hurried: boolean; stopped: boolean; hurry: () => void }

const LATE_MS = 30_000

export function createDeliveries(world: TwilioWorld, faults: TwilioFaults, post: PostWebhook, delays: Delays): Deliveries {
  const running = new Map<Delivery, Promise<void>>()

  async function run(delivery: Delivery, held: boolean): Promise<void> {
    await nextTurn()
    if (held) {
      if ((await faults.hold.wait(delays === 'realistic' ? LATE_MS : undefined)) === 'dropped') return
      delivery.hurried = true
    }
    for (const step of delivery.steps) {
      await pause(delivery, step.afterMs, delays)
      if (delivery.stopped) return
      await takeStep(world, post, delivery.message, step)
    }
  }

  return {
    start: async (message) => {
      const fault = faults.take('callbacks')
      const steps = planDelivery(world, message, fault)
      const delivery: Delivery = { message, steps, hurried: delays === 'none', stopped: false, hurry: () => {} }
      const first = fault === 'early' ? delivery.steps.shift() : undefined
      if (first) await takeStep(world, post, message, first)
      const done = run(delivery, fault === 'delayed').finally(() => running.delete(delivery))
      // A held text is not under way: flush() must not wait for a release that comes later.
      if (fault !== 'delayed') running.set(delivery, done)
    },
    flush: async () => {
      for (const delivery of running.keys()) {
        delivery.hurried = true
        delivery.hurry()
      }
      await Promise.all(running.values())
    },
    stop: () => {
      faults.hold.drop()
      for (const delivery of running.keys()) {
        delivery.stopped = true
        delivery.hurry()
      }
    },
  }
}

function pause(delivery: Delivery, ms: number, delays: Delays): Promise<void> {
  if (delivery.hurried || delivery.stopped) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = delays === 'realistic' ? setTimeout(resolve, ms).unref() : undefined
    delivery.hurry = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

async function takeStep(world: TwilioWorld, post: PostWebhook, message: TwilioMessage, step: DeliveryStep): Promise<void> {
  message.status = step.status
  message.errorCode = step.errorCode ?? null
  message.updatedAt = world.now()
  if (step.status === 'sent') message.sentAt = world.now()
  for (const status of step.posts) await postStatus(world, post, message, status)
}

async function postStatus(world: TwilioWorld, post: PostWebhook, message: TwilioMessage, status: MessageStatus): Promise<void> {
  if (message.statusCallback === null) return
  message.callbacks.push(status)
  await post(message.statusCallback, statusParams(world, message, status))
}

function statusParams(world: TwilioWorld, message: TwilioMessage, status: MessageStatus): Record<string, string> {
  const final = status === 'delivered' || status === 'undelivered'
  const failed = status === 'failed' || status === 'undelivered'
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: status,
    SmsStatus: status,
    AccountSid: world.accountSid,
    From: message.from ?? '',
    To: message.to,
    ApiVersion: '2010-04-01',
    ...(message.messagingServiceSid !== null && { MessagingServiceSid: message.messagingServiceSid }),
    ...(failed && message.errorCode !== null && { ErrorCode: String(message.errorCode) }),
    ...(final && { RawDlrDoneDate: new Date(world.now()).toISOString().replace(/[-:T]/g, '').slice(2, 12) }),
  }
}
