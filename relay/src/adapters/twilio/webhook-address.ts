// Retries for what a restart of the relay would lose; without them only a refused connection is tried again, once.
// twilio.com/docs/usage/webhooks/webhooks-connection-overrides
const KEEP_TRYING = '#rc=3&rp=5xx,ct,rt&rt=4500'
// A caller hears silence meanwhile.
const TRY_TWICE = '#rc=1&rp=5xx,ct,rt&ct=2000&rt=4000'

/** Settings in the part after `#` are the supplier's own: neither sent nor signed. */
export const bareAddress = (address: string | null | undefined): string => (address ?? '').split('#', 1)[0] ?? ''

/** What the supplier sets in a number that nobody has set up is none. */
export const callsLeadTo = (address: string | null | undefined): string => {
  const bare = bareAddress(address)
  return /^https?:\/\/demo\.twilio\.com\//.test(bare) ? '' : bare
}

export const textAddress = (address: string): string => within(address, KEEP_TRYING)
export const callAddress = (address: string): string => within(address, TRY_TWICE)

const within = (address: string, settings: string) => (address === '' ? '' : bareAddress(address) + settings)
