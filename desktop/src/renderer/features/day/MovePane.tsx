import type { SlotConflict } from '@dentalanswer/shared/contract/times.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { AlternativeTimes } from './AlternativeTimes.tsx'
import { conflictList } from './conflict-words.ts'
import { expectedVersion, sendMove } from './day-commands.ts'
import { useDay } from './day-store.ts'
import { isMoved, type MoveDraft, onDay } from './move-draft.ts'
import styles from './Pane.module.css'
import { whyNoText } from './texting.ts'
import { useMoveKeys } from './use-move-keys.ts'
import type { Scene } from './use-scene.ts'

type MovePaneProps = { scene: Scene; move: MoveDraft; conflicts: SlotConflict[]; onPlace: (columnId: string, startsAt: Instant) => void }

/** What a move would do and what stands in its way, before it is dropped. It stands beside the board, so that nothing there shifts. */
export function MovePane({ scene, move, conflicts, onPlace }: MovePaneProps) {
  const { practice, board, view, columns, pending, isLive } = scene
  const { times, today } = practice
  const { changeMove, endMove, showDay } = useDay.getState()
  const drop = useRef<HTMLButtonElement>(null)
  const reason = useRef<HTMLInputElement>(null)
  const columnId = columns === 'operatories' ? move.operatoryId : move.providerId
  const patient = view.patients.find((one) => one.id === move.appointment.patientId) ?? null
  const noText = patient ? whyNoText(patient, view.optOuts) : null
  const hasNewTime = move.startsAt !== move.appointment.startsAt
  const names = {
    provider: practice.providerName(move.providerId),
    operatory: practice.operatoryName(move.operatoryId),
    patient: move.name,
  }
  const isBlocked = conflicts.length > 0
  useMoveKeys(board, move, columnId, onPlace)

  useEffect(() => drop.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going to another day takes the visit along, at the same time of day.
  useEffect(() => {
    if (times.dayOf(move.startsAt) !== board.axis.day) onPlace(columnId, onDay(move.startsAt, board.axis.day, board.axis.zone))
  }, [board.axis.day])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isBlocked && isMoved(move) && !move.reason.trim()) return reason.current?.focus()
    void sendMove(practice, move, {
      version: expectedVersion(move.appointment, pending),
      isOverbooked: isBlocked,
      sendText: move.sendText && !noText && hasNewTime,
    })
  }
  return (
    <form
      className={styles.pane}
      aria-label={`Move ${move.name}`}
      data-problem={isBlocked || move.refusal !== null || undefined}
      onSubmit={submit}
    >
      <h2 className={styles.title}>
        Move <PersonText>{move.name}</PersonText>
      </h2>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>From</dt>
          <dd>
            {times.dayAndTime(move.appointment.startsAt, today)}
            <div className={styles.second}>
              {practice.operatoryName(move.appointment.operatoryId)} · {practice.providerName(move.appointment.providerId)}
            </div>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>To</dt>
          <dd aria-live="polite">
            <strong>{times.dayAndTime(move.startsAt, today)}</strong>
            <div className={styles.second}>
              {names.operatory} · {names.provider}
            </div>
          </dd>
        </div>
      </dl>
      <p className={styles.problem} role="status">
        {[move.refusal?.message, isBlocked ? `${conflictList(conflicts, names)}.` : ''].filter(Boolean).join(' ')}
      </p>
      {move.refusal && move.refusal.alternatives.length > 0 ? (
        <AlternativeTimes
          practice={practice}
          slots={move.refusal.alternatives}
          onTake={(slot) => {
            const day = times.dayOf(slot.startsAt)
            changeMove({ startsAt: slot.startsAt, providerId: slot.providerId, operatoryId: slot.operatoryId, refusal: null })
            showDay(day === today ? null : day)
            drop.current?.focus()
          }}
        />
      ) : null}
      {isBlocked ? (
        <TextInput
          ref={reason}
          label="Why it goes there all the same"
          value={move.reason}
          maxLength={200}
          onChange={(event) => changeMove({ reason: event.currentTarget.value })}
        />
      ) : null}
      {hasNewTime ? (
        <Checkbox
          size="xs"
          label={noText ?? 'Text the patient the new time'}
          checked={move.sendText && !noText}
          disabled={noText !== null}
          onChange={(event) => changeMove({ sendText: event.currentTarget.checked })}
        />
      ) : null}
      {isLive ? null : <p className={styles.second}>Not connected: it moves in pencil and is checked as soon as the desk is connected.</p>}
      <div className={styles.actions}>
        <Button ref={drop} type="submit" tone="main" keys="enter">
          {isBlocked ? 'Overbook' : isLive ? 'Move' : 'Pencil it in'}
        </Button>
        <Button keys="escape" onClick={endMove}>
          Give up
        </Button>
      </div>
      <p className={styles.second}>Arrow keys move it by {board.stepMinutes} minutes or a column, [ and ] by a day. Or drag it.</p>
    </form>
  )
}
