import { useEffect } from 'react'
import { useSession } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { PairingForm } from './PairingForm.tsx'
import styles from './PairingScreen.module.css'
import { usePairing } from './pairing-store.ts'
import { hostOf } from './pairing-trouble.ts'

/** What stands in the window until this computer is a desk of a practice, and when it has to become one again. */
export function PairingScreen() {
  const { paired, pairingLink, keeping, line, queue } = useSession()
  const { takeLink, showAgain, address } = usePairing()
  useEffect(() => {
    if (pairingLink) takeLink(pairingLink)
    else if (paired && !usePairing.getState().address) usePairing.getState().type({ address: paired.relay, deskName: paired.device.name })
  }, [pairingLink, paired, takeLink])
  const isOfLink = pairingLink !== null && pairingLink !== undefined && pairingLink.address === address
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <p className={styles.mark}>DentalAnswer</p>
        <h1>{titleFor(paired?.practice.name ?? null, isOfLink ? address : null)}</h1>
        {paired ? (
          <Again practice={paired.practice.name} waiting={queue?.length ?? 0} />
        ) : (
          <p className={styles.text}>
            A paired desk shows your practice’s calls, texts and appointments as they happen, and keeps an encrypted copy so that you can
            read on without a connection. Whoever runs your relay gives you its address and a code.
          </p>
        )}
        {isOfLink ? (
          <p className={styles.note} role="status">
            A link filled this in. Go on only if you expected it: everything done at this desk goes to that relay.
          </p>
        ) : null}
        <PairingForm />
        {keeping === 'session' ? (
          <p className={styles.note}>
            This computer offers no secure place to keep the pairing. It lasts until you quit, nothing is kept on the disk, and you pair
            again at the next start.
          </p>
        ) : null}
        {!paired && line?.reason ? <p className={styles.note}>{line.reason}</p> : null}
        {paired ? <Button onClick={() => showAgain(false)}>Back to reading</Button> : null}
      </div>
    </main>
  )
}

function titleFor(practice: string | null, linked: string | null): string {
  if (linked) return `Pair with ${hostOf(linked)}?`
  return practice ? 'Pair this desk again' : 'Pair this desk with your practice'
}

function Again({ practice, waiting }: { practice: string; waiting: number }) {
  return (
    <>
      <p className={styles.text}>
        This desk was removed from {practice}. Ask whoever runs the relay for a new code. What the desk knows stays readable meanwhile.
      </p>
      {waiting > 0 ? (
        <p className={styles.note}>
          {waiting === 1 ? '1 change is not saved yet.' : `${waiting} changes are not saved yet.`} Paired with {practice} again, they are
          kept for you to look at. Paired with another practice, they are lost.
        </p>
      ) : null}
    </>
  )
}
