import type { RegistrationStage } from '@dentalanswer/shared/domain/registration.ts'
import type { TextStanding } from '@dentalanswer/shared/domain/registration-words.ts'
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { PracticeNow } from '../../../live/practice.ts'
import { Tag, type Tone } from '../../../ui/Tag.tsx'
import { inSentence } from '../../../ui/times.ts'
import styles from './Registration.module.css'
import { type Registering, STAGE_WORDS } from './registrations-of.ts'

const TURNS: Record<TextStanding['who'], { words: string; tone: Tone }> = {
  staff: { words: 'Your turn', tone: 'amber' },
  operator: { words: 'The operator’s turn', tone: 'grey' },
  carriers: { words: 'The carriers’ turn', tone: 'grey' },
  nobody: { words: 'Nothing to do', tone: 'green' },
}
const TEXTING = {
  ready: { words: 'Texts work', tone: 'green' },
  waiting: { words: 'Texts wait', tone: 'amber' },
  refused: { words: 'Texts refused', tone: 'amber' },
} as const
const MARKS = { done: IconCircleCheck, waiting: IconClock, todo: IconCircle, failed: IconAlertTriangle }

/** Where a registration stands: whose turn it is, each stage with what carriers said, and the numbers it is about. */
export function RegistrationStanding({ practice, one }: { practice: PracticeNow; one: Registering }) {
  const turn = TURNS[one.standing.who]
  const { checkedAt = null, submittedAt = null } = one.saved ?? {}
  const lookedAt = one.standing.who !== 'nobody' && checkedAt && submittedAt && checkedAt >= submittedAt ? checkedAt : null
  // Texts work without a registration of ours where the operator saw to it; its stages would only mislead.
  const isGiven = one.saved === null && one.standing.who === 'nobody'
  return (
    <section className={styles.standing} aria-label="Where it stands">
      <div className={styles.head}>
        <h3>{one.standing.headline}</h3>
        <Tag tone={turn.tone}>{turn.words}</Tag>
        {lookedAt ? (
          <span className={styles.second}>looked at {inSentence(practice.times.dayAndTime(lookedAt, practice.today))}</span>
        ) : null}
      </div>
      <p className={styles.words}>
        {isGiven ? 'The operator registered it. The details below are for numbers you add.' : one.standing.detail}
      </p>
      {isGiven ? null : (
        <ol className={styles.stages}>
          {one.stages.map((stage) => (
            <Stage key={stage.name} practice={practice} stage={stage} said={one.standing.detail} />
          ))}
        </ol>
      )}
      {one.numbers.length > 0 ? (
        <ul className={styles.numbers} aria-label="Numbers it is for">
          {one.numbers.map((number) => (
            <li key={number.id}>
              <strong>{practice.phone(number.phoneNumber)}</strong>
              {number.label ? <span className={styles.label}>{number.label}</span> : null}
              <Tag tone={TEXTING[number.texting].tone}>{TEXTING[number.texting].words}</Tag>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.second}>No number yet. Registering can begin before there is one.</p>
      )}
    </section>
  )
}

/** `said` stands above the stages already; what carriers said is not told twice. */
function Stage({ practice, stage, said }: { practice: PracticeNow; stage: RegistrationStage; said: string }) {
  const Mark = MARKS[stage.state]
  const { name, usual } = STAGE_WORDS[stage.name]
  return (
    <li data-state={stage.state}>
      <Mark size={16} stroke={1.8} aria-hidden="true" />
      <div>
        <p>
          <strong>{name}</strong> <span className={styles.second}>· {stateWords(practice, stage) ?? usual}</span>
        </p>
        {stage.problem && !said.includes(stage.problem) ? <p className={styles.said}>{stage.problem}</p> : null}
      </div>
    </li>
  )
}

function stateWords({ times, today }: PracticeNow, { state, at, name }: RegistrationStage): string | null {
  const day = at ? ` ${inSentence(times.relativeDay(times.dayOf(at), today))}` : ''
  if (state === 'done') return `done${day}`
  if (state === 'failed') return `refused${day}`
  if (state !== 'waiting') return null
  return name === 'profile' ? 'waits for the operator' : `under way: ${STAGE_WORDS[name].usual}`
}
