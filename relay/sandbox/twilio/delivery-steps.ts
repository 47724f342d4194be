import { between } from '../wire/delays.ts'
import type { CallbackFault } from './faults.ts'
import { isTollFree } from './places.ts'
import { mayText } from './registrations.ts'
import { type MessageStatus, optOutSender, type TwilioMessage, type TwilioWorld } from './world.ts'

export type DeliveryStep = {
  afterMs: number
  status: MessageStatus
  errorCode?: number
  /** The statuses to post once this one is reached; normally just itself. */
  posts: MessageStatus[]
}

/** How a text that was accepted ends: each status with its delay, and which callbacks are posted at that point. */
export function planDelivery(world: TwilioWorld, message: TwilioMessage, fault: CallbackFault | undefined): DeliveryStep[] {
  const steps = deliverySteps(world, message)
  switch (fault) {
    case 'dropped':
      return steps.map((step) => ({ ...step, posts: [] }))
    case 'duplicated':
      return steps.map((step) => ({ ...step, posts: [step.status, step.status] }))
    case 'out-of-order':
      return lastTwoSwapped(steps)
    case 'early':
    case 'delayed':
    case undefined:
      return steps
  }
}

function deliverySteps(world: TwilioWorld, message: TwilioMessage): DeliveryStep[] {
  const wait = (from: number, to: number) => between(world.random, from, to)
  const step = (status: MessageStatus, afterMs: number, errorCode?: number): DeliveryStep => ({
    afterMs,
    status,
    posts: [status],
    ...(errorCode !== undefined && { errorCode }),
  })
  const start = message.status === 'accepted' ? [step('queued', wait(50, 150))] : []
  const from = message.from ?? ''
  // A Messaging Service finds out about the block only when it sends.
  if (world.optOuts.isBlocked(message.to, optOutSender(world, from))) return [...start, step('failed', wait(150, 400), 21610)]
  const sending = [...start, step('sending', wait(150, 400))]
  const error = carrierError(world, message)
  if (error === 30034 || error === 30032) return [...sending, step('undelivered', wait(300, 900), error)]
  const sent = [...sending, step('sent', wait(250, 700))]
  return error === undefined ? [...sent, step('delivered', wait(700, 2200))] : [...sent, step('undelivered', wait(1200, 3000), error)]
}

function carrierError(world: TwilioWorld, message: TwilioMessage): number | undefined {
  const from = message.from ?? ''
  if (world.marks.get(from) === 'unregistered') return 30034
  if (!mayText(world, from)) return isTollFree(from) ? 30032 : 30034
  switch (world.marks.get(message.to)) {
    case 'unreachable':
      return 30003
    case 'blocked':
      return 30007
    case 'unregistered':
      return 30034
    case 'landline':
    case undefined:
      return undefined
  }
}

function lastTwoSwapped(steps: DeliveryStep[]): DeliveryStep[] {
  const last = steps.at(-1)
  const before = steps.at(-2)
  if (!last || !before) return steps
  return [...steps.slice(0, -2), { ...before, posts: [] }, { ...last, posts: [last.status, before.status] }]
}
