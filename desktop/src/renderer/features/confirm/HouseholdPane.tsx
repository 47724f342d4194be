import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { openPlace } from '../../live/places.ts'
import { Button } from '../../ui/Button.tsx'
import { householdName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Empty } from '../../ui/Standing.tsx'
import { TextBubble } from '../../ui/thread/TextBubble.tsx'
import { callHousehold } from './confirm-commands.ts'
import { useConfirm } from './confirm-store.ts'
import styles from './HouseholdPane.module.css'
import type { Household } from './households-of.ts'
import { lastTexts } from './last-texts.ts'
import type { Scene } from './use-scene.ts'
import { VisitCard } from './VisitCard.tsx'

/** The selected household: each visit with what can be done about it, and the last texts. */
export function HouseholdPane({ scene, household, now }: { scene: Scene; household: Household; now: Instant }) {
  const { practice } = scene
  const { phoneNumber, patients, visits } = household
  const name = householdName(patients) ?? 'Removed'
  const showDetail = useConfirm((state) => state.showDetail)
  const texts = lastTexts(visits)
  return (
    <aside className={styles.pane} aria-label={`About ${name}`}>
      <Button size="small" className={styles.back} onClick={() => showDetail(false)}>
        Back to the list
      </Button>
      <h2 title={name}>
        <PersonText>{name}</PersonText>
      </h2>
      <p className={styles.number}>
        {phoneNumber ? <PersonText>{practice.phone(phoneNumber)}</PersonText> : 'No number on the card'}
        {household.noText ? <strong> · {household.noText}: phone only</strong> : null}
      </p>
      {phoneNumber ? (
        <div className={styles.buttons}>
          <Button size="small" keys="b" onClick={() => callHousehold(household)}>
            Call
          </Button>
          <Button size="small" keys="r" onClick={() => openPlace('messages', phoneNumber)}>
            Texts
          </Button>
        </div>
      ) : null}
      <div className={styles.cards}>
        {visits.map((visit) => (
          <VisitCard key={visit.appointment.id} scene={scene} household={household} visit={visit} now={now} />
        ))}
      </div>
      <h3>Texts about {visits.length > 1 ? 'these visits' : 'this visit'}</h3>
      {texts.length > 0 ? (
        <div className={styles.texts}>
          {texts.map((message) => (
            <div key={message.id} className={styles.text}>
              <p>{practice.times.relativeDay(practice.times.dayOf(message.createdAt), practice.today)}</p>
              <TextBubble message={message} times={practice.times} now={now} />
            </div>
          ))}
        </div>
      ) : (
        <Empty title="None yet.">{household.noText ?? 'Nothing was asked about it by text.'}</Empty>
      )}
    </aside>
  )
}
