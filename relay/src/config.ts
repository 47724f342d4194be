import { z } from 'zod'
import { readStoreAddress, type StoreAddress } from './store/open-store.ts'

export type Config = {
  apiUrl: string
  port: number
  host: string
  store: StoreAddress
  twilio: { accountSid: string; authToken: string; previousAuthToken: string | null; apiBase: string | null }
  /** Where the supplier goes when this relay does not answer; another host than `apiUrl` where the operator has one. */
  fallbackUrl: string
  vapi: {
    apiKey: string | null
    baseUrl: string | null
    webhookSecret: string
    previousWebhookSecret: string | null
    /** A bearer credential in the voice service's dashboard that carries the secret; null sends it as a header. */
    credentialId: string | null
  }
  /** Millionths of a dollar. `costs` is what the vendors take, `charges` what the operator asks of a practice. */
  prices: {
    costs: { segmentOut: number; segmentIn: number; rentLocal: number; rentTollFree: number }
    charges: { month: number; minute: number; segment: number } | null
    showsMargin: boolean
  }
  trustProxy: boolean
  logLevel: string
  metricsToken: string | null
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The relay cannot start:\n${problems.map((one) => `  ${one}`).join('\n')}`)
    this.problems = problems
  }
}

const httpUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const isLoopback = (text: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname)
const optional = z
  .string()
  .transform((text) => text.trim() || null)
  .nullable()
  .default(null)
const optionalUrl = optional.refine(
  (text) => text === null || httpUrl(text),
  'must be an address like http://127.0.0.1:4010/twilio, or be left out',
)

/** An amount like "0.0125", kept in millionths. */
const dollars = (fallback: number | null) =>
  optional
    .refine((text) => text === null || /^\d{1,5}(\.\d{1,6})?$/.test(text), 'must be an amount in dollars like 0.0125')
    .transform((text) => (text === null ? fallback : Math.round(Number(text) * 1_000_000)))

const optionalSecret = optional.refine((text) => text === null || text.length >= 16, 'must have at least 16 characters, or be left out')

const Environment = z.object({
  API_URL: z
    .string('is missing: the public address that Twilio and Vapi reach this relay on, like https://relay.example.com')
    .refine(httpUrl, 'must be an address like https://relay.example.com')
    .refine(
      (text) => !httpUrl(text) || new URL(text).protocol === 'https:' || isLoopback(text),
      'must start with https:// (plain http only on this machine)',
    )
    .transform((text) => text.replace(/\/+$/, '')),
  PORT: z.coerce.number('must be a port number like 4000').int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .default('sqlite:.data/relay.sqlite')
    .refine((text) => readStoreAddress(text) !== null, 'must be sqlite:<file> or postgres://user:password@host/database'),
  TWILIO_ACCOUNT_SID: z
    .string('is missing: the account id from the Twilio console, AC and 32 more characters')
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC followed by 32 hexadecimal characters'),
  TWILIO_AUTH_TOKEN: z
    .string('is missing: the primary auth token from the Twilio console; webhooks are checked with it')
    .min(16, 'is too short to be a Twilio auth token'),
  TWILIO_PREVIOUS_AUTH_TOKEN: optionalSecret,
  TWILIO_API_BASE: optionalUrl,
  VAPI_API_KEY: optional,
  VAPI_BASE_URL: optionalUrl,
  VAPI_WEBHOOK_SECRET: z
    .string('is missing: the secret that Vapi sends with every webhook; without it calls could be forged')
    .min(16, 'must have at least 16 characters'),
  VAPI_PREVIOUS_WEBHOOK_SECRET: optionalSecret,
  VAPI_CREDENTIAL_ID: optional,
  FALLBACK_URL: optionalUrl.transform((text) => text?.replace(/\/+$/, '') ?? null),
  COST_SEGMENT_OUT: dollars(12_500),
  COST_SEGMENT_IN: dollars(8_300),
  COST_RENT_LOCAL: dollars(1_150_000),
  COST_RENT_TOLL_FREE: dollars(2_150_000),
  CHARGE_MONTH: dollars(null),
  CHARGE_MINUTE: dollars(null),
  CHARGE_SEGMENT: dollars(null),
  SHOW_MARGIN: z.enum(['0', '1'], 'must be 1 (desks see the margin) or 0').default('0'),
  TRUST_PROXY: z.enum(['0', '1'], 'must be 1 (behind your own reverse proxy) or 0').default('0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: optionalSecret,
})

/** Reads the settings once, at start. Throws a `ConfigError` that names each variable that is wrong and how to fix it. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const env = parsed.data
  return {
    apiUrl: env.API_URL,
    port: env.PORT,
    host: env.HOST,
    store: readStoreAddress(env.DATABASE_URL)!,
    twilio: {
      accountSid: env.TWILIO_ACCOUNT_SID,
      authToken: env.TWILIO_AUTH_TOKEN,
      previousAuthToken: env.TWILIO_PREVIOUS_AUTH_TOKEN,
      apiBase: env.TWILIO_API_BASE,
    },
    vapi: {
      apiKey: env.VAPI_API_KEY,
      baseUrl: env.VAPI_BASE_URL,
      webhookSecret: env.VAPI_WEBHOOK_SECRET,
      previousWebhookSecret: env.VAPI_PREVIOUS_WEBHOOK_SECRET,
      credentialId: env.VAPI_CREDENTIAL_ID,
    },
    fallbackUrl: env.FALLBACK_URL ?? env.API_URL,
    prices: pricesOf(env),
    trustProxy: env.TRUST_PROXY === '1',
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
  }
}

const PriceSettings = Environment.pick({
  COST_SEGMENT_OUT: true,
  COST_SEGMENT_IN: true,
  COST_RENT_LOCAL: true,
  COST_RENT_TOLL_FREE: true,
  CHARGE_MONTH: true,
  CHARGE_MINUTE: true,
  CHARGE_SEGMENT: true,
  SHOW_MARGIN: true,
})

/** Only the prices, for a command that needs no account. Throws a `ConfigError`. */
export function readPrices(environment: Record<string, string | undefined>): Config['prices'] {
  const parsed = PriceSettings.safeParse(environment)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  return pricesOf(parsed.data)
}

function pricesOf(env: z.output<typeof PriceSettings>): Config['prices'] {
  const charges = [env.CHARGE_MONTH, env.CHARGE_MINUTE, env.CHARGE_SEGMENT]
  return {
    costs: {
      segmentOut: env.COST_SEGMENT_OUT ?? 0,
      segmentIn: env.COST_SEGMENT_IN ?? 0,
      rentLocal: env.COST_RENT_LOCAL ?? 0,
      rentTollFree: env.COST_RENT_TOLL_FREE ?? 0,
    },
    charges: charges.every((one) => one === null)
      ? null
      : { month: env.CHARGE_MONTH ?? 0, minute: env.CHARGE_MINUTE ?? 0, segment: env.CHARGE_SEGMENT ?? 0 },
    showsMargin: env.SHOW_MARGIN === '1',
  }
}
