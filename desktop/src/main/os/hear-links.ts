import { app } from 'electron'
import { type PairingLink, pairingLinkIn, readPairingLink } from './deep-link.ts'

export type Links = {
  /** The pairing that was proposed and that nobody has answered yet. */
  current(): PairingLink | null
  /** Paired: it is answered. */
  forget(): void
}

/** Hears a second start and an opened link, each with the pairing it proposes, if any. The first start's own arguments count too. */
export function hearLinks(opened: (link: PairingLink | null) => void): Links {
  let current = pairingLinkIn(process.argv)
  const hear = (link: PairingLink | null) => {
    current = link ?? current
    opened(link)
  }
  app.on('second-instance', (_event, args) => hear(pairingLinkIn(args)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    hear(readPairingLink(url))
  })
  return {
    current: () => current,
    forget: () => {
      current = null
    },
  }
}
