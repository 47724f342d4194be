import { openPlace } from '../live/places.ts'
import { usePractice } from '../live/practice.ts'
import { textsFrom, whyNoSender } from '../ui/thread/text-sender.ts'
import styles from './Footer.module.css'

/** Why no text goes out, on every screen, as long as it is so; it leads to where that is told. Without a number the header says so. */
export function TextsWait() {
  const from = textsFrom(usePractice()?.setup.phoneNumbers ?? [])
  const reason = from && whyNoSender(from)
  if (!reason) return null
  return (
    <button type="button" className={styles.texts} title={reason.words} onClick={() => openPlace('setup', 'registration')}>
      {reason.short}
    </button>
  )
}
