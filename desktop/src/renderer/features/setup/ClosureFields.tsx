import { Closure } from '@dentalanswer/shared/domain/practice.ts'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { useIsLive } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { Button } from '../../ui/Button.tsx'
import type { Problems } from '../../ui/plain-problems.ts'
import { type ClosureForm, emptyClosure, readClosure } from './closure-form.ts'
import { closureTimes } from './closure-words.ts'
import formStyles from './SetupForm.module.css'
import { Row } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'
import { useSetup } from './setup-store.ts'

const KINDS = { closed: 'Closed: nobody works', block: 'Kept free, e.g. a meeting', emergency_block: 'Kept for emergencies' }
const EFFECTS = {
  closed: 'Nothing is booked then. Appointments that stand there become follow-ups to move; they are not cancelled by themselves.',
  block: 'The AI line books nothing then. Appointments that stand there become follow-ups to move.',
  emergency_block: 'Only emergency types are booked then, until the time is released.',
}

/** Closes or keeps some time. */
export function ClosureFields({ practice }: { practice: PracticeNow }) {
  const { setup, times, today } = practice
  const form = useSetup((state) => state.closure)
  const { typeClosure, closed } = useSetup.getState()
  const isLive = useIsLive()
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setBusy] = useState(false)
  const read = readClosure(form, { zone: times.zone, today })
  const booked = useBooked(practice, 'input' in read ? read.input : null)
  const type = (part: Partial<ClosureForm>) => {
    setProblems({})
    typeClosure(part)
  }
  const text = (field: 'fromDay' | 'toDay' | 'fromTime' | 'toTime' | 'releaseTime' | 'reason', label: string) => ({
    label,
    value: form[field],
    error: problems[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => type({ [field]: event.currentTarget.value }),
  })
  const save = async () => {
    if ('problems' in read) return setProblems(read.problems)
    setBusy(true)
    try {
      const outcome = await runCommand('closure.add', read.input, `Close ${closureTimes(read.input as Closure, practice)}`, false)
      if (outcome.kind === 'done') closed(outcome.value.affected)
      tell({ tone: 'done', text: 'Closed.' })
    } catch (error) {
      setProblems({ form: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }
  const whom = [
    { value: 'practice', label: 'The whole practice' },
    ...setup.providers.filter((one) => one.active).map((one) => ({ value: `provider:${one.id}`, label: one.name })),
    ...setup.operatories.filter((one) => one.active).map((one) => ({ value: `operatory:${one.id}`, label: one.name })),
  ]
  const isTyped = JSON.stringify(form) !== JSON.stringify(emptyClosure)
  return (
    <form
      className={formStyles.form}
      aria-label="Close some time"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <header className={formStyles.head}>
        <h2>Close some time</h2>
        {isTyped ? <span className={formStyles.unsaved}>Not saved yet</span> : null}
      </header>
      <div className={formStyles.rows}>
        <Row effect={EFFECTS[form.kind]}>
          <div className={styles.pair}>
            <NativeSelect
              label="What"
              data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
              value={form.kind}
              onChange={(event) => type({ kind: Closure.shape.kind.parse(event.currentTarget.value) })}
            />
            <NativeSelect label="For whom" data={whom} value={form.whom} onChange={(event) => type({ whom: event.currentTarget.value })} />
          </div>
        </Row>
        <Row
          effect={
            'input' in read ? (
              <>
                <p>{closureTimes(read.input as Closure, practice)}</p>
                {booked === null || form.kind === 'emergency_block' ? null : (
                  <p className={booked > 0 ? styles.warning : undefined}>
                    {booked === 0
                      ? 'No appointment stands there.'
                      : `${booked === 1 ? '1 appointment stands' : `${booked} appointments stand`} there.`}
                  </p>
                )}
              </>
            ) : (
              'The last day may be left empty for one day.'
            )
          }
        >
          <div className={styles.pair}>
            <TextInput type="date" {...text('fromDay', 'First day')} />
            <TextInput type="date" {...text('toDay', 'Last day')} />
            <Checkbox label="All day" checked={form.isWholeDay} onChange={(event) => type({ isWholeDay: event.currentTarget.checked })} />
          </div>
          {form.isWholeDay ? null : (
            <div className={styles.pair}>
              <TextInput type="time" {...text('fromTime', 'From')} />
              <TextInput type="time" {...text('toTime', 'To')} />
            </div>
          )}
        </Row>
        {form.kind === 'emergency_block' ? (
          <Row
            effect={
              form.releaseTime
                ? `From ${form.releaseTime} on the first day every type may use it.`
                : 'Never released: only emergencies use it.'
            }
          >
            <TextInput type="time" {...text('releaseTime', 'Open to all from')} />
          </Row>
        ) : null}
        <Row effect="Shown on the board.">
          <TextInput {...text('reason', 'Reason')} maxLength={200} placeholder="Memorial Day" />
        </Row>
      </div>
      {problems.form ? (
        <p className={formStyles.problem} role="alert">
          {problems.form}
        </p>
      ) : null}
      <footer className={formStyles.foot}>
        <Button tone="main" type="submit" isBusy={isBusy} disabled={!isLive}>
          Close this time
        </Button>
        {isTyped ? <Button onClick={() => type(emptyClosure)}>Throw away</Button> : null}
        {isLive ? null : (
          <span className={formStyles.why}>Time can be closed only while this desk is connected. What you typed stays here.</span>
        )}
      </footer>
    </form>
  )
}

type Where = { startsAt: string; endsAt: string; providerId: string | null; operatoryId: string | null }

/** How many appointments this desk knows of on that time; null while it is not known. */
function useBooked({ times }: PracticeNow, where: Where | null): number | null {
  const range = where ? { from: times.dayOf(where.startsAt as never), to: times.dayOf(where.endsAt as never) } : null
  const days = useLive('days.read', range).value
  if (!days || !where) return null
  return days.appointments.filter(
    (one) =>
      one.status === 'booked' &&
      one.startsAt < where.endsAt &&
      one.releasedAt > where.startsAt &&
      (!where.providerId || one.providerId === where.providerId) &&
      (!where.operatoryId || one.operatoryId === where.operatoryId),
  ).length
}
