import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Empty } from '../../ui/Standing.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import styles from './SetupPlace.module.css'

const STATES: Record<PracticePhone['status'], { words: string; tone: Tone }> = {
  active: { words: 'In use', tone: 'green' },
  paused: { words: 'Paused', tone: 'amber' },
  released: { words: 'Given up', tone: 'grey' },
}

/** The practice's numbers as they are. The operator adds and changes them. */
export function NumbersSection({ practice }: { practice: PracticeNow }) {
  const numbers = practice.setup.phoneNumbers.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
  if (numbers.length === 0)
    return <Empty title="No number yet.">The operator adds one. Until then nothing is answered and no text is sent.</Empty>
  return (
    <div className={styles.stack}>
      <Panel title="Numbers" isFlush>
        <ul className={styles.rows}>
          {numbers.map((one) => (
            <li key={one.id}>
              <div className={styles.words}>
                <p className={styles.line}>
                  <strong>{practice.phone(one.phoneNumber)}</strong>
                  {one.label ? <span className={styles.second}>{one.label}</span> : null}
                  {one.isPrimary ? <Tag tone="accent">Main</Tag> : null}
                </p>
                <p className={styles.second}>
                  {one.vapiAssistantId
                    ? 'The assistant answers calls here'
                    : 'No assistant is linked: calls are not answered by the AI line'}
                  {' · '}
                  {one.twilioSid ? 'texts go out from here' : 'cannot text yet'}
                </p>
              </div>
              <Tag tone={STATES[one.status].tone}>{STATES[one.status].words}</Tag>
            </li>
          ))}
        </ul>
      </Panel>
      <p className={styles.second}>Numbers are added and changed by the operator who runs the relay.</p>
    </div>
  )
}
