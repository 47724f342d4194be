import type { NumberPort, OnboardingRun } from '@dentalanswer/shared/domain/onboarding.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import choose from './Choose.module.css'
import { doNow, NOT_OFFLINE } from './do-now.ts'
import styles from './Numbers.module.css'
import { PortFields } from './PortFields.tsx'
import { PORT_ADVICE, PORT_STATES, readPort } from './port-words.ts'
import { type PortDraft, useNumbers } from './wizard-store.ts'

const states = Object.entries(PORT_STATES).map(([value, label]) => ({ value, label }))
const EMPTY: NumberPort = { state: 'gathering', carrier: '', accountName: '', accountNumber: '', serviceAddress: '', dueOn: null, note: '' }

/** Where bringing a number over stands, as the carriers told it. */
export function PortPanel({ practice, run }: { practice: PracticeNow; run: OnboardingRun }) {
  const isLive = useIsLive()
  const edit = useNumbers((state) => state.portEdit)
  const editPort = useNumbers((state) => state.editPort)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const present = run.port ?? EMPTY
  const state = edit.state ?? present.state
  const form: PortDraft = { ...present, dueOn: present.dueOn ?? '', ...edit }
  const isEdited = Object.keys(edit).length > 0
  const save = async () => {
    const read = readPort(form, state)
    if (read.problems) return setProblems(read.problems)
    setProblems({})
    const named = practice.phone(run.phoneNumber)
    if (await doNow('onboarding.port', { runId: run.id, port: read.port }, `Bring over ${named}`, 'Saved.')) editPort(null)
  }
  return (
    <Panel title="Bringing the number over">
      <form
        className={choose.fields}
        aria-label="Bringing the number over"
        onSubmit={(event) => {
          event.preventDefault()
          if (isLive && isEdited) void save()
        }}
      >
        <div className={choose.pair}>
          <NativeSelect
            label="Where it stands"
            description={PORT_ADVICE[state]}
            data={states}
            value={state}
            onChange={(event) => editPort({ state: event.currentTarget.value as NumberPort['state'] })}
          />
          <TextInput
            type="date"
            label="Day the carriers promised"
            description="Empty while there is none"
            value={form.dueOn}
            error={problems.dueOn}
            onChange={(event) => editPort({ dueOn: event.currentTarget.value })}
          />
        </div>
        <PortFields port={form} onChange={editPort} />
        <div className={styles.acts}>
          <Button tone="main" type="submit" disabled={!isLive || !isEdited}>
            Save
          </Button>
          {isEdited ? <Button onClick={() => editPort(null)}>Throw away</Button> : null}
          {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
        </div>
      </form>
    </Panel>
  )
}
