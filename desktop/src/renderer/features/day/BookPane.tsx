import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { AlternativeTimes } from './AlternativeTimes.tsx'
import { isDraftEmpty, missingIn, typesFor } from './book-draft.ts'
import { CloseButton } from './CloseButton.tsx'
import { conflictList } from './conflict-words.ts'
import { useDay } from './day-store.ts'
import { NewPersonFields } from './NewPersonFields.tsx'
import { newPersonFrom } from './new-person.ts'
import { OpenTimes } from './OpenTimes.tsx'
import styles from './Pane.module.css'
import { PersonField } from './PersonField.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { sendBooking } from './send-booking.ts'
import { TimeField } from './TimeField.tsx'
import { whyNoText } from './texting.ts'
import type { DraftCheck } from './use-draft-check.ts'
import type { Scene } from './use-scene.ts'

/** A new appointment. The draft stays while people look elsewhere; without a connection it is pencilled in and checked later. */
export function BookPane({ scene, check }: { scene: Scene; check: DraftCheck }) {
  const { seat, conflicts } = check
  const { practice, isLive, view } = scene
  const draft = useDay((state) => state.draft)
  const what = useRef<HTMLInputElement>(null)
  const why = useRef<HTMLInputElement>(null)
  const { changeDraft, dropDraft, openSide } = useDay.getState()
  const missing = missingIn(draft, conflicts, isLive)
  const names = {
    provider: seat ? practice.providerName(seat.providerId) : '',
    operatory: seat ? practice.operatoryName(seat.operatoryId) : '',
    patient: draft.patient ? fullName(draft.patient) : 'This person',
  }
  const noText = draft.patient ? whyNoText(draft.patient, view.optOuts) : null
  const types = typesFor(practice.setup, draft.patient ? draft.patient.isNew : draft.newPerson ? true : null)

  // Whoever is chosen, here or in another place, what comes next is what for; letters typed meanwhile must not fall on single keys.
  const next = draft.patient && !draft.appointmentTypeId ? draft.patient.id : null
  useEffect(() => {
    if (next) what.current?.focus()
  }, [next])

  const { times } = practice
  const sameDay = view.appointments.filter(
    (one) =>
      one.status === 'booked' &&
      one.patientId === draft.patient?.id &&
      draft.startsAt !== null &&
      times.dayOf(one.startsAt) === times.dayOf(draft.startsAt),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!missing && !draft.isSending)
      void sendBooking(practice, draft, { isOverbooked: conflicts.length > 0, sendText: draft.sendText && !noText })
    else if (conflicts.length > 0) why.current?.focus()
  }
  return (
    <form className={styles.pane} aria-label="New appointment" onSubmit={submit}>
      <header className={styles.head}>
        <h2 className={styles.title}>New appointment</h2>
        <CloseButton onClick={() => openSide('none')} />
      </header>
      {draft.patient ? (
        <div className={styles.chosen}>
          <PersonText>
            <strong>{fullName(draft.patient)}</strong>
          </PersonText>
          <Button size="small" onClick={() => changeDraft({ patient: null })}>
            Somebody else
          </Button>
        </div>
      ) : draft.newPerson ? (
        <NewPersonFields
          person={draft.newPerson}
          onChange={(newPerson) => changeDraft({ newPerson })}
          onBack={() => changeDraft({ newPerson: null })}
        />
      ) : (
        <PersonField
          practice={practice}
          autoFocus
          onChoose={(patient) => changeDraft({ patient, refusal: null })}
          onNew={(typed) => changeDraft({ newPerson: newPersonFrom(typed) })}
        />
      )}
      <Select
        ref={what}
        label="What for"
        searchable
        selectFirstOptionOnChange
        value={draft.appointmentTypeId}
        data={types.map((one) => ({ value: one.id, label: `${one.name} · ${one.durationMinutes} min` }))}
        onChange={(appointmentTypeId) => changeDraft({ appointmentTypeId, refusal: null })}
      />
      <TimeField scene={scene} draft={draft} />
      <PlaceFields setup={practice.setup} draft={draft} />
      <OpenTimes scene={scene} draft={draft} onTake={(slot) => takeSlot(scene, slot)} />
      {seat && conflicts.length === 0 && (!draft.providerId || !draft.operatoryId) ? (
        <p className={styles.second}>
          Free: {names.provider}, {names.operatory}
        </p>
      ) : null}
      {sameDay.length > 0 ? (
        <p className={styles.second}>
          Booked that day already:{' '}
          {sameDay.map((one) => `${times.time(one.startsAt)} ${practice.typeName(one.appointmentTypeId)}`).join(', ')}
        </p>
      ) : null}
      <p className={styles.problem} role="status">
        {[draft.refusal?.message, conflicts.length > 0 ? `${conflictList(conflicts, names)}.` : ''].filter(Boolean).join(' ')}
      </p>
      {draft.refusal && draft.refusal.alternatives.length > 0 ? (
        <AlternativeTimes practice={practice} slots={draft.refusal.alternatives} onTake={(slot) => takeSlot(scene, slot)} />
      ) : null}
      {conflicts.length > 0 ? (
        <TextInput
          ref={why}
          label="Why it is booked all the same"
          value={draft.overbookReason}
          maxLength={200}
          onChange={(event) => changeDraft({ overbookReason: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label="Note"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2_000}
        value={draft.note}
        onChange={(event) => changeDraft({ note: event.currentTarget.value })}
      />
      <Checkbox
        size="xs"
        label={noText ?? 'Text the patient the time'}
        disabled={noText !== null}
        checked={draft.sendText && !noText}
        onChange={(event) => changeDraft({ sendText: event.currentTarget.checked })}
      />
      {isLive ? null : (
        <p className={styles.second}>
          Not connected: it is pencilled in here and checked as soon as the desk is connected. It is not booked before that.
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" tone="main" disabled={missing !== null && conflicts.length === 0} isBusy={draft.isSending}>
          {!isLive ? 'Pencil it in' : conflicts.length > 0 ? 'Overbook' : 'Book'}
        </Button>
        {isDraftEmpty(draft) ? null : <Button onClick={dropDraft}>Start over</Button>}
        {missing ? <span className={styles.second}>{missing}</span> : null}
      </div>
    </form>
  )
}

function takeSlot({ practice }: Scene, slot: Parameters<Parameters<typeof AlternativeTimes>[0]['onTake']>[0]): void {
  const { changeDraft, showDay } = useDay.getState()
  const { startsAt, providerId, operatoryId } = slot
  const day = practice.times.dayOf(startsAt)
  showDay(day === practice.today ? null : day)
  changeDraft({ startsAt, providerId, operatoryId, timeText: practice.times.dayAndTime(startsAt, practice.today), refusal: null })
}
