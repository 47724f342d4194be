import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { TextInput } from '@mantine/core'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import choose from './Choose.module.css'
import { FindNumber } from './FindNumber.tsx'
import { ForwardingPanel } from './ForwardingPanel.tsx'
import { rentWords } from './money.ts'
import styles from './Numbers.module.css'
import { PortFields, PortNeeds } from './PortFields.tsx'
import { useNumbers } from './wizard-store.ts'

/** The number itself: chosen from a list, put behind the own one, or named to be brought over. */
export function ChooseNumber({ practice }: { practice: PracticeNow }) {
  const { draft, change } = useNumbers()
  const isLive = useIsLive()
  if (draft.way === 'port') return <PortNumber practice={practice} />
  return (
    <div className={styles.stack}>
      {draft.way === 'forward' ? <OwnLine practice={practice} /> : null}
      {draft.way === 'forward' ? (
        <p className={styles.meaning}>Now the number its calls are forwarded to. Patients do not see it unless you tell them.</p>
      ) : null}
      <FindNumber practice={practice} />
      {draft.chosen && !isLive ? (
        <p className={styles.plain}>
          Chosen: <strong>{practice.phone(draft.chosen.phoneNumber)}</strong>, {rentWords(draft.chosen.rentMicrodollars)}
        </p>
      ) : null}
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
  return (
    <PracticeNumber
      practice={practice}
      label="Your own number, which forwards"
      typed={draft.ownLine}
      onChange={(ownLine) => change({ ownLine })}
    />
  )
}

type PracticeNumberProps = { practice: PracticeNow; label: string; typed: string; onChange: (typed: string) => void }

/** A number the practice has already, nearly always the one patients know: taken over in one press. */
function PracticeNumber({ practice, label, typed, onChange }: PracticeNumberProps) {
  const { country, phoneNumber } = practice.setup.practice
  const isEmpty = typed.trim() === ''
  const usual = practice.phone(phoneNumber)
  return (
    <div>
      <TextInput
        className={choose.field}
        label={label}
        inputMode="tel"
        autoComplete="off"
        value={typed}
        error={isEmpty || readPhoneNumber(typed, country) ? undefined : 'Not a phone number yet'}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {isEmpty ? (
        <Button className={choose.usual} size="small" onClick={() => onChange(usual)}>
          It is {usual}
        </Button>
      ) : null}
    </div>
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
  return (
    <div className={styles.stack}>
      <PortNeeds />
      <PracticeNumber
        practice={practice}
        label="Number to bring over"
        typed={draft.portNumber}
        onChange={(portNumber) => change({ portNumber })}
      />
      <PortFields port={draft.port} onChange={(part) => change({ port: { ...draft.port, ...part } })} />
      <NumberName label={draft.label} onChange={(label) => change({ label })} />
      <p className={styles.second}>What is not known yet can be filled in later. Nothing is cancelled by this.</p>
    </div>
  )
}
