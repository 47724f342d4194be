import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10]

/** What the operator watches. Labels are names from our own code, never anything a request brought. */
export function createMetrics(read: { outbox(): Promise<{ waiting: number; oldestAgeSeconds: number }>; readers(): number }) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  new Gauge({
    name: 'dentalanswer_outbox_waiting',
    help: 'Jobs that are not finished',
    registers,
    async collect() {
      this.set((await read.outbox()).waiting)
    },
  })
  new Gauge({
    name: 'dentalanswer_outbox_oldest_seconds',
    help: 'Age of the oldest job that is due',
    registers,
    async collect() {
      this.set((await read.outbox()).oldestAgeSeconds)
    },
  })
  new Gauge({
    name: 'dentalanswer_feed_readers',
    help: 'Desks connected to the live feed',
    registers,
    collect() {
      this.set(read.readers())
    },
  })
  return {
    registry,
    webhookSeconds: new Histogram({
      name: 'dentalanswer_webhook_seconds',
      help: 'Time to answer a webhook',
      labelNames: ['webhook', 'status'],
      buckets: SECONDS,
      registers,
    }),
    toolSeconds: new Histogram({
      name: 'dentalanswer_tool_seconds',
      help: 'Time to answer a voice tool',
      labelNames: ['tool'],
      buckets: SECONDS,
      registers,
    }),
    deskSeconds: new Histogram({
      name: 'dentalanswer_desk_seconds',
      help: 'Time to answer a desk',
      labelNames: ['route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    unexpectedErrors: new Counter({
      name: 'dentalanswer_unexpected_errors_total',
      help: 'Errors nobody expected',
      labelNames: ['where'],
      registers,
    }),
  }
}
