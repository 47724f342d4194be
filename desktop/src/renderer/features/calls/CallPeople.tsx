import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { Part } from '../../ui/Subject.tsx'
import styles from './CallPeople.module.css'
import { CallPerson } from './CallPerson.tsx'
import type { CallWho } from './call-who.ts'

const MOST_CARDS = 6

/** Who it was: those who proved themselves first, then everyone else on the number. */
export function CallPeople({ call, who, practice }: { call: Call; who: CallWho; practice: PracticeNow }) {
  const all = [...who.proven, ...who.others]
  const hidden = all.length - MOST_CARDS
  return (
    <Part title={who.proven.length > 0 ? 'Who it was' : 'On this number'}>
      <div className={styles.people}>
        {all.length === 0 ? (
          <p className={styles.none}>
            {call.callerNumber
              ? 'Nobody in the records has this number.'
              : 'The number was withheld, so the records cannot say who it was.'}
          </p>
        ) : null}
        {all.slice(0, MOST_CARDS).map((one) => (
          <CallPerson key={one.id} patient={one} isProven={who.proven.includes(one)} practice={practice} />
        ))}
        {hidden > 0 ? <p className={styles.none}>{`${hidden} more on this number.`}</p> : null}
        {who.proven.length === 0 ? (
          <Button size="small" onClick={() => openPlace('people', call.callerNumber ? `new:${call.callerNumber}` : 'new')}>
            New patient
          </Button>
        ) : null}
      </div>
    </Part>
  )
}
