import { app } from 'electron'
import { type PairingLink, pairingLinkIn, readPairingLink } from './deep-link.ts'

/** Hears a second start and an opened link, each with the pairing it proposes, if any. */
export function hearLinks(opened: (link: PairingLink | null) => void): void {
  app.on('second-instance', (_event, args) => opened(pairingLinkIn(args)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    opened(readPairingLink(url))
  })
}
