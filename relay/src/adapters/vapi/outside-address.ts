import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

const INSIDE: [address: string, bits: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]
const inside = new BlockList()
for (const range of INSIDE) inside.addSubnet(...range)

/** Whether an address that somebody else named is a plain `https` one of a host on the internet: nothing of the operator's own network is
 *  asked because a redirect says so. A storage service is named, never a bare number. */
export async function isOutside(url: URL): Promise<boolean> {
  if (url.protocol !== 'https:' || url.port !== '' || url.username || url.password) return false
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return false
  const found = await lookup(url.hostname, { all: true }).catch(() => [])
  // A name that cannot be found cannot be fetched either; the fetch says so.
  return found.every(({ address, family }) => !inside.check(address, family === 6 ? 'ipv6' : 'ipv4'))
}
