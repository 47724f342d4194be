import { Hono } from 'hono'
import { mount } from 'hono/mount'
import { joinVoice } from './join-voice.ts'
import { type PatientPhoneOptions, patientPhoneApp } from './patient-phone/app.ts'
import { lineDoes } from './twilio/outside-lines.ts'
import { createTwilioStandIn, type TwilioStandIn, type TwilioStandInOptions } from './twilio/stand-in.ts'
import { createVapiStandIn, type VapiStandIn, type VapiStandInOptions } from './vapi/stand-in.ts'
import type { Delays } from './wire/delays.ts'
import type { OutsideFetch } from './wire/outside-fetch.ts'
import { type Served, serveLocally } from './wire/serve.ts'

export type SandboxOptions = {
  twilio: Pick<TwilioStandInOptions, 'accountSid' | 'authToken' | 'apiKey' | 'numbers' | 'reviewSeconds'>
  vapi: Pick<VapiStandInOptions, 'apiKey' | 'webhookSecret' | 'usesAssistantServers'>
  /** The relay's public base address: webhooks are signed for it and posted to it. May be given later, as a function. */
  relayBase: string | (() => string)
  people: PatientPhoneOptions['people']
  practice: PatientPhoneOptions['practice']
  now?: () => number
  delays?: Delays
  random?: () => number
  fetch?: OutsideFetch
  /** Where this sandbox itself is reached; the stand-ins then name addresses of their own. */
  ownBase?: () => string
}

export type Sandbox = { app: Hono; twilio: TwilioStandIn; vapi: VapiStandIn; close: () => void }

const VAPI_RING_SECONDS = 30

/** Both stand-ins and the patient's phone on one app: `/twilio/*`, `/vapi/*`, `/phone/*`, and `/sandbox/*` to look and to start over. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { now, delays, random, fetch } = options
  const shared = { ...(now && { now }), ...(delays && { delays }), ...(random && { random }), ...(fetch && { fetch }) }
  const twilio = createTwilioStandIn({
    ...options.twilio,
    ...shared,
    webhookBase: options.relayBase,
    voiceService: joinVoice(() => vapi),
  })
  const vapi = createVapiStandIn({
    ...options.vapi,
    ...shared,
    relayBase: options.relayBase,
    ...(options.ownBase && { ownBase: () => `${options.ownBase?.()}/vapi` }),
    twilio: {
      owns: (phoneNumber) => twilio.numbers().some((owned) => owned.phoneNumber === phoneNumber),
      pickUp: (phoneNumber) => {
        const does = lineDoes(twilio.lineOf(phoneNumber) ?? { answers: 'person' }, VAPI_RING_SECONDS)
        return does.kind === 'answered' ? does.by : does.kind === 'forwarded' ? 'person' : does.status
      },
      takeOver: (phoneNumber, addresses) => void twilio.addNumber({ phoneNumber, ...addresses }),
    },
  })
  const phone = patientPhoneApp({ twilio, vapi, people: options.people, practice: options.practice })
  const app = new Hono()
    .all('/twilio/*', mount(twilio.app.fetch))
    .all('/vapi/*', mount(vapi.app.fetch))
    .get('/phone', (c) => c.redirect('/phone/'))
    .all('/phone/*', mount(phone.fetch))
    .get('/sandbox/requests', (c) => c.json({ twilio: twilio.requests(), vapi: vapi.requests() }))
    .get('/sandbox/messages', (c) => c.json(twilio.messages()))
    .post('/sandbox/flush', async (c) => {
      await Promise.all([twilio.flush(), vapi.flush()])
      return c.body(null, 204)
    })
    .post('/sandbox/clear', (c) => {
      twilio.clear()
      vapi.clear()
      return c.body(null, 204)
    })
  const close = () => {
    twilio.close()
    vapi.close()
  }
  return { app, twilio, vapi, close }
}

export type ServedSandbox = Omit<Sandbox, 'close'> & { url: string; port: number; close: () => Promise<void> }

/** Serves a sandbox on 127.0.0.1. The relay's settings are then TWILIO_API_BASE `${url}/twilio` and VAPI_BASE_URL `${url}/vapi`. */
export async function serveSandbox(options: SandboxOptions, port: number): Promise<ServedSandbox> {
  let ownBase = ''
  const sandbox = createSandbox({ ownBase: () => ownBase, ...options })
  const served: Served = await serveLocally(sandbox.app.fetch, port)
  ownBase = served.url
  const close = async () => {
    sandbox.close()
    await served.close()
  }
  return { ...sandbox, url: served.url, port: served.port, close }
}
