/** Chromium cannot be taught a new standard scheme from outside, so `app://desk/x` is shown to it as `https://desk.app.localhost/x`:
 *  an https origin of its own, never looked up, answered by the app's handler. */
const schemes = new Set<string>()

export function addScheme(scheme: string): void {
  schemes.add(scheme)
}

export const isAppScheme = (scheme: string) => schemes.has(scheme)

/** The address as Chromium sees it. Unknown schemes stay as they are. */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
  if (!match || !schemes.has(match[1]!.toLowerCase())) return url
  const [, scheme, host, rest] = match
  return new URL(`https://${host || 'none'}.${scheme!.toLowerCase()}.localhost${rest}`).href
}

/** The address as the app sees it. */
export function toApp(url: string): string {
  const match = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.localhost(.*)$/i.exec(url)
  if (!match || !schemes.has(match[2]!)) return url
  return `${match[2]}://${match[1] === 'none' ? '' : match[1]}${match[3]}`
}

/** Scheme names in a content policy (`app:`, `app://desk`) as Chromium has to read them. */
export function policyToChromium(policy: string): string {
  let text = policy
  for (const scheme of schemes) {
    text = text.replace(new RegExp(`(^|[\\s;])${scheme}://([a-z0-9.-]+)`, 'gi'), `$1https://$2.${scheme}.localhost`)
    text = text.replace(new RegExp(`(^|[\\s;])${scheme}:(?=$|[\\s;])`, 'gi'), `$1https://*.${scheme}.localhost`)
  }
  return text
}
