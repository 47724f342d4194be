import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { boardName } from '../../ui/names.ts'
import { inSentence } from '../../ui/times.ts'
import { type BookDraft, bookInput } from './book-draft.ts'
import { useDay } from './day-store.ts'
import { readNewPerson } from './new-person.ts'
import { refusalOf } from './relay-refusal.ts'

const NEEDS_CONNECTION = 'A new person can be added once the desk is connected again.'

/** Books the draft. A new person is made first and kept in the draft, so that trying again makes nobody twice. */
export async function sendBooking(
  practice: PracticeNow,
  draft: BookDraft,
  options: { isOverbooked: boolean; sendText: boolean },
): Promise<void> {
  const { changeDraft, dropDraft, openDetail, openSide, showDay } = useDay.getState()
  changeDraft({ isSending: true, refusal: null })
  try {
    const patient = draft.patient ?? (await makePerson(practice, draft))
    if (!patient) return
    const input = bookInput({ ...draft, sendText: options.sendText }, patient.id, options.isOverbooked)
    if (!input || !draft.startsAt) return
    const when = inSentence(practice.times.dayAndTime(draft.startsAt, practice.today))
    const outcome = await runCommand('appointment.book', input, `Book ${boardName(patient)}, ${when}`)
    dropDraft()
    if (outcome.kind === 'waiting') {
      openSide('none')
      tell({ tone: 'waiting', text: `${boardName(patient)}, ${when}: in pencil. It is checked when the desk is connected.` })
      return
    }
    tell({ tone: 'done', text: `${boardName(patient)} is booked, ${when}` })
    const day = practice.times.dayOf(outcome.value.startsAt)
    showDay(day === practice.today ? null : day)
    openDetail(outcome.value.id)
  } catch (error) {
    changeDraft({ refusal: refusalOf(error) })
  } finally {
    changeDraft({ isSending: false })
  }
}

async function makePerson(practice: PracticeNow, draft: BookDraft): Promise<Patient | null> {
  const { changeDraft } = useDay.getState()
  const refuse = (message: string) => changeDraft({ refusal: { message, alternatives: [], conflicts: [] } })
  if (!draft.newPerson) return null
  const read = readNewPerson(draft.newPerson, practice.setup.practice.country, practice.today)
  if (read.kind === 'problem') {
    refuse(read.text)
    return null
  }
  try {
    const made = await runCommand('patient.create', read.input, `Add ${read.input.firstName} ${read.input.lastName}`, false)
    if (made.kind === 'waiting') {
      refuse(NEEDS_CONNECTION)
      return null
    }
    changeDraft({ patient: made.value, newPerson: null })
    return made.value
  } catch (error) {
    refuse(wordsOf(error))
    return null
  }
}
