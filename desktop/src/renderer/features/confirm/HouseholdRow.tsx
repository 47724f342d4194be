import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { useSession } from '../../live/session.ts'
import { fullName, householdName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './ConfirmList.module.css'
import { useConfirm } from './confirm-store.ts'
import { type Household, isLong, type Visit } from './households-of.ts'
import { NextButton } from './NextButton.tsx'
import type { Scene } from './use-scene.ts'
import { answeredWords, askedWords, stateTag } from './visit-words.ts'

const NO_QUEUE: never[] = []

type HouseholdRowProps = { scene: Scene; household: Household; isHere: boolean; now: Instant }

/** One household: who, their visits, what was asked and came back, and the one thing to do next. */
export function HouseholdRow({ scene, household, isHere, now }: HouseholdRowProps) {
  const select = useConfirm((state) => state.select)
  const showDetail = useConfirm((state) => state.showDetail)
  const { patients, visits, open, step } = household
  const name = householdName(patients) ?? 'Removed'
  const tag = stateTag(household)
  const told = visits.find((one) => one.step === step) ?? visits[0]!
  const queue = useSession((state) => state.queue) ?? NO_QUEUE
  const waits = queue.filter(
    (one) => one.state !== 'refused' && visits.some((two) => two.appointment.id === one.input.appointmentId),
  ).length
  const choose = () => select(household.key)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing anywhere on the row selects it; the keys walk the list.
    <div
      className={styles.row}
      data-here={isHere || undefined}
      data-open={open.length > 0 || undefined}
      onPointerDown={choose}
      onFocus={choose}
    >
      <div className={styles.who}>
        <button type="button" className={styles.name} aria-current={isHere || undefined} title={name} onClick={() => showDetail(true)}>
          <PersonText>{name}</PersonText>
        </button>
        <span className={styles.tags}>
          <Tag tone={tag.tone}>{tag.words}</Tag>
          {waits > 0 ? <Tag tone="amber">{waits === 1 ? 'A change waits' : `${waits} changes wait`}</Tag> : null}
          {patients.some((one) => one.isNew) ? <Tag tone="accent">New</Tag> : null}
          {visits.some(isLong) ? <Tag>Long visit</Tag> : null}
          {patients.some((one) => one.language === 'es') ? <Tag>ES</Tag> : null}
        </span>
      </div>
      <ul className={styles.visits}>
        {visits.map((visit) => (
          <li key={visit.appointment.id} data-open={visit.appointment.confirmation === 'unconfirmed' || undefined}>
            <VisitLine visit={visit} scene={scene} isOne={patients.length === 1} day={household.day} />
          </li>
        ))}
      </ul>
      <div className={styles.asked}>
        <p>{askedWords(told, now, scene.practice)}</p>
        <p className={styles.answered}>
          <PersonText>{answeredWords(told, scene.practice)}</PersonText>
        </p>
      </div>
      <div className={styles.next}>
        <NextButton scene={scene} household={household} isHere={isHere} />
        {step.kind === 'call' || step.kind === 'find_number' ? <p>{step.why}</p> : null}
      </div>
    </div>
  )
}

function VisitLine({ visit, scene, isOne, day }: { visit: Visit; scene: Scene; isOne: boolean; day: string }) {
  const { times, today, typeName, operatoryName } = scene.practice
  const { appointment, patient } = visit
  const otherDay = visit.day === day ? '' : `${times.relativeDay(visit.day, today)} `
  const isConfirmed = appointment.confirmation === 'confirmed'
  return (
    <>
      <strong>
        {otherDay}
        {times.time(appointment.startsAt)}
      </strong>{' '}
      {isOne ? null : <PersonText>{patient ? patient.firstName : 'Removed'} · </PersonText>}
      {typeName(appointment.appointmentTypeId)}, {operatoryName(appointment.operatoryId)}
      {isConfirmed ? <span title={patient ? `${fullName(patient)} is confirmed` : undefined}> ✓ confirmed</span> : null}
    </>
  )
}
