export const LINK_SCHEME = 'dentalanswer'

export type PairingLink = { address: string; code: string }

/** Reads `dentalanswer://pair?relay=…&code=…`. Null for anything else: links come from web pages and mails. */
export function readPairingLink(text: string): PairingLink | null {
  if (text.length > 600 || !text.startsWith(`${LINK_SCHEME}://`) || !URL.canParse(text)) return null
  const url = new URL(text)
  const address = url.searchParams.get('relay')
  const code = url.searchParams.get('code')
  if (url.host !== 'pair' || (url.pathname !== '' && url.pathname !== '/')) return null
  if (!address || !code || !isRelayAddress(address) || !/^[A-Za-z0-9-]{4,40}$/.test(code)) return null
  // What a person is shown is where it will go: no path with odd characters, and a look-alike host as its plain letters.
  return { address: new URL(address).origin, code }
}

/** The link among a second start's arguments: Windows and Linux hand it over there. */
export function pairingLinkIn(args: string[]): PairingLink | null {
  for (const one of args) {
    const link = readPairingLink(one)
    if (link) return link
  }
  return null
}

function isRelayAddress(address: string): boolean {
  if (address.length > 300 || !URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return (protocol === 'https:' || protocol === 'http:') && !username && !password
}
