// Loaded into a relay process before its own code (`node --import`), so that a test can make it die at a named fault point.
import { flushCompileCache } from 'node:module'
import { faultPoints } from '@dentalanswer/relay/src/fault-points.ts'

/** Die at the nth time the point is reached, counted from now on. */
export type Fault = { point: string; nth: number }
export type Order = { kind: 'start' } | { kind: 'record' } | { kind: 'arm'; fault: Fault } | { kind: 'list' }
export type Answer = { kind: 'standing-by' | 'armed' | 'recording' } | { kind: 'list'; points: string[] }

let armed: Fault | null = null
let recorded: string[] | null = null
let counted = 0

faultPoints.reach = (name) => {
  recorded?.push(name)
  if (name !== armed?.point) return
  counted++
  // The signal is the process's own, so nothing after this line runs.
  if (counted === armed.nth) process.kill(process.pid, 'SIGKILL')
}

const say = (answer: Answer) => process.send?.(answer)

const begin = Promise.withResolvers<void>()

process.on('message', (order: Order) => {
  switch (order.kind) {
    case 'start':
      return begin.resolve()
    case 'record':
      recorded = []
      return say({ kind: 'recording' })
    case 'arm':
      armed = order.fault
      counted = 0
      return say({ kind: 'armed' })
    case 'list':
      say({ kind: 'list', points: recorded ?? [] })
  }
})
// A test that ends leaves no relay behind.
process.on('disconnect', () => process.exit(1))

if (process.env.FAULT_STANDBY) {
  // The slow part of a start is loading the code; a relay that stands by has done it and touched nothing.
  await import('@dentalanswer/relay/src/start-relay.ts')
  flushCompileCache()
  say({ kind: 'standing-by' })
  await begin.promise
}
