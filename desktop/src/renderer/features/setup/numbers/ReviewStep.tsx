import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Switch } from '@mantine/core'
import { useState } from 'react'
import { BridgeError } from '../../../bridge.ts'
import { useActions } from '../../../live/actions.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { runCommand, wordsOf } from '../../../live/run-command.ts'
import { useIsLive, whoIsHere } from '../../../live/session.ts'
import { tell } from '../../../live/tell.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { unsavedSections, useSetup } from '../setup-store.ts'
import choose from './Choose.module.css'
import { NOT_OFFLINE } from './do-now.ts'
import { RUNNING_COSTS, rentWords } from './money.ts'
import styles from './Numbers.module.css'
import { readPort } from './port-words.ts'
import { transferTrouble } from './transfer-trouble.ts'
import wizard from './Wizard.module.css'
import { wantedNumber } from './wizard-steps.ts'
import { useNumbers } from './wizard-store.ts'

/** What it will cost and what happens, and the one button that begins it. */
export function ReviewStep({ practice }: { practice: PracticeNow }) {
  const isLive = useIsLive()
  const { draft, change, follow } = useNumbers()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { country, settings } = practice.setup.practice
  const wanted = wantedNumber(draft, country)
  const ownLine = draft.way === 'forward' ? readPhoneNumber(draft.ownLine, country) : null
  const isAlways = draft.when === 'always'
  const trouble = transferTrouble({ wanted, ownLine, transferNumber: settings.transferNumber, isAlways })
  const isFirst = practice.setup.phoneNumbers.every((one) => one.status === 'released')
  const canStart = isLive && wanted !== null && !trouble?.blocks
  const start = async () => {
    if (!canStart || isBusy || !wanted || !draft.way) return
    const port = draft.way === 'port' ? readPort(draft.port, 'gathering') : null
    if (port?.problems) return setProblem('Look at the fields about the old carrier: something there is too long.')
    setBusy(true)
    setProblem(null)
    const input = {
      ...{ way: draft.way, phoneNumber: wanted, label: draft.label.trim(), isPrimary: isFirst || draft.isMain, forwardedFrom: ownLine },
      ...{ port: port?.port ?? null, rentMicrodollars: draft.way === 'port' ? null : (draft.chosen?.rentMicrodollars ?? null) },
      by: whoIsHere(),
    }
    try {
      const begun = await runCommand('onboarding.start', input, `Get ${practice.phone(wanted)}`, false)
      if (begun.kind === 'done') follow(begun.value.id)
    } catch (error) {
      const other = error instanceof BridgeError && error.code === 'ONBOARDING_UNDER_WAY' ? error.details?.runId : null
      if (typeof other === 'string') {
        follow(other)
        tell({ tone: 'waiting', text: 'Another desk began a moment ago. This is where it stands.' })
      } else setProblem(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const verb = draft.way === 'port' ? 'Begin to bring it over' : 'Get this number'
  useActions([
    {
      id: 'wizard-get',
      title: verb,
      keys: ['mod+enter', 'g'],
      whileTyping: true,
      group: 'Add a number',
      isInFooter: true,
      run: () => void start(),
    },
  ])
  if (!wanted) return <p className={styles.meaning}>Choose a number first.</p>
  return (
    <div className={styles.stack}>
      <p className={wizard.number}>{practice.phone(wanted)}</p>
      <p className={styles.meaning}>
        {draft.way === 'port'
          ? 'It is brought over by the carriers, which takes weeks. Everything here is set up by itself on the day it arrives.'
          : 'Setting it up takes five to ten seconds. If something cannot be done, everything is taken back or waits for you.'}
        {ownLine ? ` ${practice.phone(ownLine)} forwards to it once you dial the codes.` : ''}
      </p>
      <Costs rent={draft.way === 'port' ? 'about $1.15 a month' : rentWords(draft.chosen?.rentMicrodollars ?? null)} />
      <Switch
        label="Make it the main number"
        description={isFirst ? 'The first number always is.' : 'Texts to patients then go out from it. It can be changed later.'}
        checked={isFirst || draft.isMain}
        disabled={isFirst}
        onChange={(event) => change({ isMain: event.currentTarget.checked })}
      />
      {trouble ? (
        <p className={styles.box} data-tone="amber" role={trouble.blocks ? 'alert' : 'status'}>
          {trouble.text}
        </p>
      ) : null}
      <NotSaved />
      {problem ? (
        <p className={styles.box} data-tone="amber" role="alert">
          {problem}
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button tone="main" keys="mod+enter" isBusy={isBusy} disabled={!canStart} onClick={() => void start()}>
          {verb}
        </Button>
        {isLive ? null : <span className={styles.second}>{NOT_OFFLINE}</span>}
      </div>
    </div>
  )
}

/** What was typed in the steps before and not saved: the assistant would not know it. */
function NotSaved() {
  const unsaved = unsavedSections(useSetup())
  const go = useNumbers((state) => state.go)
  const steps = (['assistant', 'registration'] as const).filter((one) => unsaved.has(one))
  if (steps.length === 0) return null
  return (
    <div className={styles.box} data-tone="amber">
      {steps.map((one) => (
        <p key={one} className={styles.line}>
          {one === 'assistant'
            ? 'What you typed about the assistant is not saved yet.'
            : 'What you typed for the carriers is not saved yet.'}
          <Button size="small" onClick={() => go(one === 'assistant' ? 'assistant' : 'texts')}>
            Go back to it
          </Button>
        </p>
      ))}
    </div>
  )
}

function Costs({ rent }: { rent: string }) {
  return (
    <Panel title="What it costs" aside="the bill of each month is in Reports" isFlush>
      <dl className={choose.checks}>
        <div>
          <dt>Rent</dt>
          <dd>
            {rent}
            <span className={choose.why}>charged for a whole month from the day it is taken</span>
          </dd>
        </div>
        {RUNNING_COSTS.map(({ what, cost, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {cost}
              <span className={choose.why}>{why}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
