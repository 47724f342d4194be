import { z } from 'zod'
import { readStoreAddress, type StoreAddress } from './store/open-store.ts'

export type Config = {
  apiUrl: string
  port: number
  host: string
  store: StoreAddress
  twilio: { accountSid: string; authToken: string; previousAuthToken: string | null; apiBase: string | null }
  vapi: { apiKey: string | null; baseUrl: string | null; webhookSecret: string; previousWebhookSecret: string | null }
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
    },
    trustProxy: env.TRUST_PROXY === '1',
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
  }
}
