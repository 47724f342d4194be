import { missingFields } from '@dentalanswer/shared/domain/registration-words.ts'
import { useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { runCommand, wordsOf } from '../../../live/run-command.ts'
import { useIsLive, whoIsHere } from '../../../live/session.ts'
import { tell } from '../../../live/tell.ts'
import { Button } from '../../../ui/Button.tsx'
import { SetupForm } from '../SetupForm.tsx'
import { useDraft } from '../use-draft.ts'
import { DetailFields } from './DetailFields.tsx'
import styles from './Registration.module.css'
import { REGISTRATION_FIELDS, type RegistrationForm, readRegistration, registrationForm, typedDetails } from './registration-form.ts'
import { type Registering, whyNotSent } from './registrations-of.ts'

type RegistrationDetailsProps = { practice: PracticeNow; one: Registering; onSent: () => void }

/** The details of one registration, what is still needed, and the way to the carriers. */
export function RegistrationDetails({ practice: { setup }, one, onSent }: RegistrationDetailsProps) {
  const { practice } = setup
  const { kind, phoneNumberId, saved, known } = one
  const isLive = useIsLive()
  const [isSending, setSending] = useState(false)
  const plan = (form: RegistrationForm) => {
    const read = readRegistration(form, known, practice.country)
    if ('problems' in read) return read
    const input = { kind, phoneNumberId, details: read.details, by: whoIsHere() }
    return { save: () => runCommand('registration.put', input, 'Details for leave to text', false) }
  }
  // Details taken over from the ordinary numbers can be saved as they are.
  const isTakenOver = saved === null && known !== null
  const draft = useDraft(`registration:${one.key}`, registrationForm(known, practice.country), plan, isTakenOver)
  const missing = new Set(missingFields(kind, typedDetails(draft.form, known, practice.country)))
  const isTyped = draft.edited.length > 0
  const sending = whyNotSent(one, {
    missing: [...missing].map((field) => REGISTRATION_FIELDS[field]),
    isTyped,
    isLive,
    isSaved: saved !== null,
  })
  const send = async () => {
    setSending(true)
    try {
      await runCommand('registration.submit', { kind, phoneNumberId, by: whoIsHere() }, 'Leave to text', false)
      tell({ tone: 'done', text: 'The details are sent.' })
      onSent()
    } catch (error) {
      tell({ tone: 'problem', text: `Not sent: ${wordsOf(error)}` })
    } finally {
      setSending(false)
    }
  }
  return (
    <SetupForm
      title="Details for the carriers"
      draft={draft}
      names={REGISTRATION_FIELDS}
      wordsFor={(value, field) => (field === 'ein' ? 'A new number' : String(value ?? ''))}
      extra={
        sending ? (
          <>
            <Button tone={isTyped ? 'plain' : 'main'} isBusy={isSending} disabled={sending.words !== null} onClick={() => void send()}>
              Send to the carriers
            </Button>
            {sending.words && isLive ? <span className={styles.second}>{sending.words}</span> : null}
          </>
        ) : null
      }
    >
      <DetailFields
        draft={draft}
        missing={missing}
        isTollFree={kind === 'toll_free'}
        practiceName={practice.name}
        savedEin={known?.details.ein ?? ''}
      />
    </SetupForm>
  )
}
