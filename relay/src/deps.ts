import { randomUUIDv7 } from 'node:crypto'
import { hostname } from 'node:os'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { twilioNumberSupplier } from './adapters/twilio/twilio-number-supplier.ts'
import { twilioTelephony } from './adapters/twilio/twilio-telephony.ts'
import { vapiAssistantHost } from './adapters/vapi/vapi-assistant-host.ts'
import { vapiVoiceAgent } from './adapters/vapi/vapi-voice-agent.ts'
import type { Config } from './config.ts'
import { LiveFeed } from './events/live-feed.ts'
import { createLog, describeError, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { LineDeps } from './onboarding/line-deps.ts'
import type { DispatcherDeps } from './outbox/dispatcher.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import type { Telephony } from './ports/telephony.ts'
import type { VoiceAgent } from './ports/voice-agent.ts'
import { openStore } from './store/open-store.ts'
import { outboxDepth } from './store/outbox.ts'
import type { Store } from './store/store.ts'
import type { Ctx } from './store/transaction.ts'

/** Everything the relay is made of, joined here and nowhere else. */
export type RelayDeps = {
  config: Config
  store: Store
  clock: Clock
  log: Log
  metrics: Metrics
  feed: LiveFeed
  telephony: Telephony
  voiceAgent: VoiceAgent | null
  lines: LineDeps
  dispatcher: DispatcherDeps
  /** Set once the dispatcher loop runs; before that new jobs wait for its first look. */
  wakeDispatcher(): void
  onWakeDispatcher(wake: () => void): void
  base: Omit<Ctx, 'practiceId' | 'actor'>
  /** Counts and logs an error nobody expected, without what it says. */
  report(where: string, error: unknown): void
}

export type Replacements = {
  clock?: Clock
  store?: Store
  log?: Log
  telephony?: Telephony
  voiceAgent?: VoiceAgent | null
  lines?: LineDeps
}

export function createDeps(config: Config, given: Replacements = {}): RelayDeps {
  const log = given.log ?? createLog(config.logLevel)
  const clock = given.clock ?? systemClock
  const report = (where: string, error: unknown) => {
    metrics.unexpectedErrors.inc({ where })
    log.error({ where, error: describeError(error) }, 'unexpected error')
  }
  const store =
    given.store ??
    openStore(config.store, { exclusive: true, onError: (error) => log.warn({ error: describeError(error) }, 'database connection lost') })
  const feed = new LiveFeed(store, (error) => report('feed', error))
  const metrics = createMetrics({
    readers: () => feed.readers,
    async outbox() {
      const now = toInstant(clock.nowMs())
      const { waiting, oldestDueAt } = await store.read(() => outboxDepth(now))
      return { waiting, oldestAgeSeconds: oldestDueAt ? Math.max(0, (clock.nowMs() - Date.parse(oldestDueAt)) / 1_000) : 0 }
    },
  })
  const telephony = given.telephony ?? twilioTelephony({ ...config.twilio, statusCallback: `${config.apiUrl}/api/webhooks/twilio/status` })
  const voiceAgent =
    given.voiceAgent ?? (config.vapi.apiKey ? vapiVoiceAgent({ apiKey: config.vapi.apiKey, baseUrl: config.vapi.baseUrl }) : null)
  const lines = given.lines ?? linesOf(config)
  let wake = () => {}
  const base: RelayDeps['base'] = {
    store,
    clock,
    newId: () => randomUUIDv7(),
    committed(practiceId, event, hasJobs) {
      if (event) feed.publish(practiceId, event)
      if (hasJobs) wake()
    },
  }
  return {
    config,
    store,
    clock,
    log,
    metrics,
    feed,
    telephony,
    voiceAgent,
    lines,
    base,
    report,
    dispatcher: {
      ...base,
      telephony,
      voiceAgent,
      lines,
      owner: `${hostname()}:${process.pid}:${randomUUIDv7()}`,
      onError: (error) => report('dispatcher', error),
    },
    wakeDispatcher: () => wake(),
    onWakeDispatcher(next) {
      wake = next
    },
  }
}

/** The vendors behind numbers, with the addresses of this relay that they are given. */
export function linesOf(config: Config): LineDeps {
  const { accountSid, authToken, apiBase } = config.twilio
  const { apiKey, baseUrl, webhookSecret, credentialId } = config.vapi
  const webhooks = `${config.apiUrl}/api/webhooks/twilio`
  const fallback = `${config.fallbackUrl}/api/webhooks/twilio`
  return {
    supplier: twilioNumberSupplier({ accountSid, authToken, apiBase }),
    host: apiKey
      ? vapiAssistantHost({ apiKey, baseUrl, apiUrl: config.apiUrl, webhookSecret, credentialId, twilio: { accountSid, authToken } })
      : null,
    accountSid,
    addresses: {
      smsUrl: `${webhooks}/sms`,
      smsFallbackUrl: fallback === webhooks ? null : `${fallback}/sms`,
      statusUrl: `${webhooks}/status`,
      voiceFallbackUrl: `${fallback}/voice`,
    },
    deskVoiceUrl: `${webhooks}/voice`,
    trialInstructionsUrl: `${webhooks}/voice-trial`,
    trialStatusUrl: `${webhooks}/voice-trial-status`,
    rents: { local: config.prices.costs.rentLocal, tollFree: config.prices.costs.rentTollFree },
  }
}
