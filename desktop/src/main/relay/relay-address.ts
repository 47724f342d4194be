import { DeskTrouble } from '../core/desk-trouble.ts'

const isLoopback = (host: string) => /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host)

/** The relay's address as a person typed it, as `https://relay.example.com/`: a pasted path is dropped, and https is meant unless the
 *  relay is on this machine. Throws `BAD_ADDRESS`, and `INSECURE_ADDRESS` because patients' names would travel in the open. */
export function readRelayAddress(typed: string): string {
  const text = typed.trim()
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const url = parse(hasScheme ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw badAddress()
  if (!hasScheme && isLoopback(url.hostname)) return `http://${new URL(`http://${text}`).host}/`
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new DeskTrouble('INSECURE_ADDRESS', 'That address is not encrypted. Use the one that starts with https://.')
  return `${url.origin}/`
}

function parse(text: string): URL | null {
  // What follows the host is pasted by mistake; spaces inside it are no reason to refuse.
  const [, scheme, host] = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#\s]+)/i.exec(text) ?? []
  const spoken = `${scheme ?? ''}${host ?? ''}`
  const rest = text.slice(spoken.length)
  if (!host || (/^\s/.test(rest) && rest.trim() !== '' && !/^\s*[/?#]/.test(rest)) || !URL.canParse(spoken)) return null
  return new URL(spoken)
}

const badAddress = () =>
  new DeskTrouble('BAD_ADDRESS', 'That is not an address of a relay. It looks like relay.example.com; whoever runs the relay knows it.')
