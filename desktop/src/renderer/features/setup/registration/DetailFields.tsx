import type { RegistrationDetails } from '@dentalanswer/shared/domain/registration.ts'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../SetupForm.tsx'
import type { DraftForm } from '../use-draft.ts'
import styles from './Registration.module.css'
import { maskedEin, REGISTRATION_FIELDS, type RegistrationForm, usualWording } from './registration-form.ts'

type DetailFieldsProps = {
  draft: DraftForm<RegistrationForm>
  /** What carriers still need. */
  missing: ReadonlySet<keyof RegistrationDetails>
  isTollFree: boolean
  practiceName: string
  savedEin: string
}
type Field = keyof RegistrationForm

/** What carriers want to know about the practice, each with what it is held against. */
export function DetailFields({ draft: { form, problems, type }, missing, isTollFree, practiceName, savedEin }: DetailFieldsProps) {
  const field = (name: Field, hint?: string) => ({
    label: <Label name={name} isMissing={missing.has(name)} />,
    value: form[name],
    error: problems[name],
    autoComplete: 'off',
    ...(hint && { placeholder: hint }),
    onChange: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => type({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <Row effect="Exactly as on the letter from the tax office, with its commas. A difference is the usual reason for a refusal.">
        <TextInput {...field('legalName')} />
      </Row>
      <Row effect="Nine digits, for the same legal name. After saving only the last four are shown.">
        <EinField props={field('ein', '12-3456789')} saved={maskedEin(savedEin)} onKeep={() => type({ ein: '' })} />
      </Row>
      <Row effect="Where the practice is, not a post box.">
        <div className={styles.fields}>
          <TextInput {...field('street')} />
          <div className={styles.place}>
            <TextInput {...field('city')} />
            <TextInput {...field('region', 'TX')} />
            <TextInput {...field('postalCode', '78701')} />
          </div>
        </div>
      </Row>
      <Row effect="Carriers open it. It must work and name the practice.">
        <TextInput {...field('website', 'https://')} />
      </Row>
      <Row effect="Somebody at the practice whom carriers may ask.">
        <div className={styles.fields}>
          <div className={styles.pair}>
            <TextInput {...field('contactFirstName')} />
            <TextInput {...field('contactLastName')} />
          </div>
          <TextInput {...field('contactEmail')} inputMode="email" />
          <TextInput {...field('contactPhone')} inputMode="tel" />
        </div>
      </Row>
      <Row
        effect={
          <>
            <p>The sentence beside the mobile number on your intake form. At least 40 characters.</p>
            <Button size="small" onClick={() => type({ optInWording: usualWording(practiceName) })}>
              Use the usual words
            </Button>
          </>
        }
      >
        <Textarea {...field('optInWording')} autosize minRows={3} maxRows={10} maxLength={2048} />
      </Row>
      <Row effect="The privacy page must say that mobile numbers are not shared for marketing.">
        <div className={styles.fields}>
          <TextInput {...field('privacyUrl', 'https://')} />
          <TextInput {...field('termsUrl', 'https://')} />
        </div>
      </Row>
      {isTollFree ? (
        <Row effect="A picture of the form where patients agree, at an address carriers can open.">
          <TextInput {...field('optInImageUrl', 'https://')} />
        </Row>
      ) : null}
    </>
  )
}

function Label({ name, isMissing }: { name: Field; isMissing: boolean }) {
  return (
    <>
      {REGISTRATION_FIELDS[name]}
      {isMissing ? <span className={styles.needed}> needed</span> : null}
    </>
  )
}

type EinFieldProps = { props: React.ComponentProps<typeof TextInput> & { value: string }; saved: string | null; onKeep: () => void }

/** The saved number stays out of the window: it can be replaced, not read. */
function EinField({ props, saved, onKeep }: EinFieldProps) {
  const [isChanging, setChanging] = useState(false)
  if (saved === null) return <TextInput {...props} inputMode="numeric" />
  if (isChanging || props.value !== '')
    return (
      <div className={styles.keep}>
        <TextInput {...props} inputMode="numeric" autoFocus={isChanging} />
        <Button
          onClick={() => {
            setChanging(false)
            onKeep()
          }}
        >
          Keep {saved}
        </Button>
      </div>
    )
  return (
    <div className={styles.keep}>
      <TextInput label={props.label} value={saved} readOnly />
      <Button onClick={() => setChanging(true)}>Change</Button>
    </div>
  )
}
