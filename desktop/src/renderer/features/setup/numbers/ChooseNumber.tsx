import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { TextInput } from '@mantine/core'
import type { PracticeNow } from '../../../live/practice.ts'
import choose from './Choose.module.css'
import { FindNumber } from './FindNumber.tsx'
import { ForwardingPanel } from './ForwardingPanel.tsx'
import styles from './Numbers.module.css'
import { PortFields, PortNeeds } from './PortFields.tsx'
import { useNumbers } from './wizard-store.ts'

/** The number itself: chosen from a list, put behind the own one, or named to be brought over. */
export function ChooseNumber({ practice }: { practice: PracticeNow }) {
  const { draft, change } = useNumbers()
  if (draft.way === 'port') return <PortNumber practice={practice} />
  return (
    <div className={styles.stack}>
      {draft.way === 'forward' ? <OwnLine practice={practice} /> : null}
      {draft.way === 'forward' ? (
        <p className={styles.meaning}>Now the number its calls are forwarded to. Patients do not see it unless you tell them.</p>
      ) : null}
      <FindNumber practice={practice} />
      {draft.way === 'forward' && draft.chosen ? (
        <>
          <p className={styles.meaning}>When {practice.phone(draft.chosen.phoneNumber)} is set up, dial on your own phone:</p>
          <ForwardingPanel to={draft.chosen.phoneNumber} />
        </>
      ) : null}
      {draft.chosen ? <NumberName label={draft.label} onChange={(label) => change({ label })} /> : null}
    </div>
  )
}

function OwnLine({ practice }: { practice: PracticeNow }) {
  const { draft, change } = useNumbers()
  const { country, phoneNumber } = practice.setup.practice
  const isRead = draft.ownLine.trim() === '' || readPhoneNumber(draft.ownLine, country) !== null
  return (
    <TextInput
      className={choose.field}
      label="Your own number, which forwards"
      description={`Usually ${practice.phone(phoneNumber)}`}
      inputMode="tel"
      autoComplete="off"
      value={draft.ownLine}
      error={isRead ? undefined : 'Not a phone number yet'}
      onChange={(event) => change({ ownLine: event.currentTarget.value })}
    />
  )
}

function NumberName({ label, onChange }: { label: string; onChange: (label: string) => void }) {
  return (
    <TextInput
      className={choose.field}
      label="Name among your numbers"
      description="For staff only, may stay empty: “Front desk”, “Mailing in May”"
      maxLength={60}
      autoComplete="off"
      value={label}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function PortNumber({ practice }: { practice: PracticeNow }) {
  const { draft, change } = useNumbers()
  const { country } = practice.setup.practice
  const isRead = draft.portNumber.trim() === '' || readPhoneNumber(draft.portNumber, country) !== null
  return (
    <div className={styles.stack}>
      <PortNeeds />
      <TextInput
        className={choose.field}
        label="Number to bring over"
        inputMode="tel"
        autoComplete="off"
        value={draft.portNumber}
        error={isRead ? undefined : 'Not a phone number yet'}
        onChange={(event) => change({ portNumber: event.currentTarget.value })}
      />
      <PortFields port={draft.port} onChange={(part) => change({ port: { ...draft.port, ...part } })} />
      <NumberName label={draft.label} onChange={(label) => change({ label })} />
      <p className={styles.second}>What is not known yet can be filled in later. Nothing is cancelled by this.</p>
    </div>
  )
}
