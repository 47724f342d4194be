import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Closure } from '@dentalanswer/shared/domain/practice.ts'
import { addMinutes } from '@dentalanswer/shared/domain/practice-time.ts'
import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLive } from '../../live/live-query.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { Button } from '../../ui/Button.tsx'
import { AffectedVisits } from './AffectedVisits.tsx'
import { affectedBy, closureInput } from './affected-by.ts'
import { CloseButton } from './CloseButton.tsx'
import { readClosure } from './closure-draft.ts'
import { useDay } from './day-store.ts'
import styles from './Pane.module.css'
import { timeContext } from './time-context.ts'
import type { Scene } from './use-scene.ts'

const KINDS: { value: Closure['kind']; label: string }[] = [
  { value: 'closed', label: 'Closed: nobody works' },
  { value: 'block', label: 'Kept for something else' },
  { value: 'emergency_block', label: 'Kept for emergencies' },
]

/** Closes time or keeps it. Visits that stand in it stay where they are and are listed, so that somebody moves them. */
export function ClosurePane({ scene }: { scene: Scene }) {
  const { practice, day } = scene
  const draft = useDay((state) => state.closure)
  const { changeClosure, dropClosure, openSide } = useDay.getState()
  const [affected, setAffected] = useState<Appointment[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const read = readClosure(draft, timeContext(scene))
  const isWhyMissing = draft.reason.trim() === ''
  const { dayOf } = practice.times
  const days = useLive(
    'days.read',
    read.kind === 'span' ? { from: dayOf(read.startsAt), to: dayOf(addMinutes(read.endsAt, -1)) } : null,
  ).value
  const here = read.kind === 'span' ? affectedBy(days?.appointments ?? [], read, draft.scope) : []
  const active = <T extends { id: string; name: string; active: boolean }>(ones: T[]) =>
    ones.filter((one) => one.active).map((one) => ({ value: one.id as string, label: one.name }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (read.kind !== 'span' || isWhyMissing || draft.isSending) return
    changeClosure({ isSending: true })
    setProblem(null)
    try {
      const outcome = await runCommand(
        'closure.add',
        closureInput(draft, read, practice.setup),
        `Block time${draft.reason ? `: ${draft.reason}` : ''}`,
      )
      dropClosure()
      if (outcome.kind === 'done') setAffected(outcome.value.affected)
      tell(
        outcome.kind === 'done'
          ? { tone: 'done', text: 'The time is blocked.' }
          : { tone: 'waiting', text: 'Block time: waits for the connection. It is not blocked before that.' },
      )
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      changeClosure({ isSending: false })
    }
  }
  return (
    <form className={styles.pane} aria-label="Block time" onSubmit={submit}>
      <header className={styles.head}>
        <h2 className={styles.title}>Block time</h2>
        <CloseButton onClick={() => openSide('none')} />
      </header>
      <Select
        label="What it is"
        allowDeselect={false}
        value={draft.kind}
        data={KINDS}
        onChange={(kind) => kind && changeClosure({ kind: kind as Closure['kind'] })}
      />
      <Select
        label="For"
        allowDeselect={false}
        value={draft.scope}
        data={[
          { group: 'Practice', items: [{ value: 'all', label: 'The whole practice' }] },
          { group: 'Providers', items: active(practice.setup.providers) },
          { group: 'Operatories', items: active(practice.setup.operatories) },
        ]}
        onChange={(scope) => scope && changeClosure({ scope })}
      />
      <div className={styles.two}>
        <TextInput
          label="From"
          type="date"
          value={draft.fromDay || day}
          onChange={(event) => changeClosure({ fromDay: event.currentTarget.value })}
        />
        <TextInput
          label="At"
          placeholder="whole day"
          value={draft.fromTime}
          onChange={(event) => changeClosure({ fromTime: event.currentTarget.value })}
        />
        <TextInput
          label="To"
          type="date"
          value={draft.toDay || draft.fromDay || day}
          onChange={(event) => changeClosure({ toDay: event.currentTarget.value })}
        />
        <TextInput
          label="At"
          placeholder="whole day"
          value={draft.toTime}
          onChange={(event) => changeClosure({ toTime: event.currentTarget.value })}
        />
      </div>
      {draft.kind === 'emergency_block' ? (
        <TextInput
          label="Open to everybody from"
          placeholder="never"
          description="From this time on the day it begins, any visit may be booked into it."
          value={draft.releaseTime}
          onChange={(event) => changeClosure({ releaseTime: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label="Reason"
        value={draft.reason}
        maxLength={120}
        onChange={(event) => changeClosure({ reason: event.currentTarget.value })}
      />
      <p className={styles.problem} role="status">
        {problem ?? (read.kind === 'problem' ? read.text : '')}
      </p>
      {here.length > 0 && !affected ? (
        <p className={styles.second}>
          {here.length === 1 ? '1 visit stands in it. It stays' : `${here.length} visits stand in it. They stay`} there until somebody moves{' '}
          {here.length === 1 ? 'it' : 'them'}.
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" tone="main" disabled={read.kind !== 'span' || isWhyMissing} isBusy={draft.isSending}>
          Block this time
        </Button>
        {read.kind === 'span' && isWhyMissing && !affected ? <span className={styles.second}>Say why.</span> : null}
      </div>
      {affected ? <AffectedVisits scene={scene} visits={affected} /> : null}
    </form>
  )
}
