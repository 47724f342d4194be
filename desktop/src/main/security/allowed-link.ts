/** Whether the system may be asked to open an address: a phone number to dial, or a page of the docs site when the build names one. */
export function isAllowedLink(address: string, docsSite: string | null): boolean {
  if (/^tel:\+[1-9]\d{6,14}$/.test(address)) return true
  if (!docsSite || !URL.canParse(address)) return false
  const url = new URL(address)
  const docs = new URL(docsSite)
  return url.protocol === 'https:' && url.origin === docs.origin && !url.username && url.pathname.startsWith(docs.pathname)
}

/** Whether the page itself may ask for this address. */
export function isOwnRequest(address: string): boolean {
  return /^(app:\/\/desk\/|blob:app:\/\/desk\/|data:)/.test(address)
}
