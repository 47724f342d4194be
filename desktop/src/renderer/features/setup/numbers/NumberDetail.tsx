import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { NOT_OFFLINE } from './do-now.ts'
import { ForwardingPanel } from './ForwardingPanel.tsx'
import { GiveUp } from './GiveUp.tsx'
import { HealthPanel } from './HealthPanel.tsx'
import { NumberFacts } from './NumberFacts.tsx'
import styles from './Numbers.module.css'
import { numberState, TEXTING } from './number-state.ts'
import { RenameNumber } from './RenameNumber.tsx'
import { ReplaceAssistant } from './ReplaceAssistant.tsx'
import { TryOut } from './TryOut.tsx'
import { type NumberAct, useNumberActs } from './use-number-acts.ts'
import { useNumbers } from './wizard-store.ts'

/** One number: what callers and texters meet there, whether all is well, and what can be done with it. */
export function NumberDetail({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const opened = useNumbers((state) => state.opened)
  const { acts, busy } = useNumberActs(practice, phone)
  const state = numberState(phone, (at) => practice.times.relativeDay(practice.times.dayOf(at as never), practice.today))
  const isGone = phone.status === 'released'
  const texting = TEXTING[phone.texting]
  return (
    <article className={styles.detail} aria-label={practice.phone(phone.phoneNumber)}>
      <header className={styles.head}>
        <h2>{practice.phone(phone.phoneNumber)}</h2>
        {phone.isPrimary && !isGone ? <Tag tone="accent">Main</Tag> : null}
        <Tag tone={state.tone}>{state.words}</Tag>
        {isGone ? null : <Tag tone={texting.tone}>{texting.words}</Tag>}
        {phone.label ? <p className={styles.label}>{phone.label}</p> : null}
      </header>
      <p className={styles.meaning}>
        {state.meaning} {isGone ? '' : texting.meaning}
      </p>
      {isGone ? null : (
        <div className={styles.acts}>
          {acts.map((act) => (
            <ActButton key={act.id} act={act} isLive={isLive} busy={busy} />
          ))}
        </div>
      )}
      {isLive || isGone ? null : <p className={styles.second}>{NOT_OFFLINE}</p>}
      {opened === 'rename' ? <RenameNumber practice={practice} phone={phone} /> : null}
      {opened === 'replace' && !isGone ? <ReplaceAssistant practice={practice} phone={phone} /> : null}
      {opened === 'giveUp' && !isGone ? <GiveUp practice={practice} phone={phone} /> : null}
      {opened === 'try' && !isGone ? <TryOut practice={practice} phone={phone} /> : null}
      {opened === 'forwarding' && phone.forwardedFrom ? <ForwardingPanel to={phone.phoneNumber} /> : null}
      {isGone ? null : <HealthPanel practice={practice} phone={phone} />}
      <NumberFacts practice={practice} phone={phone} />
    </article>
  )
}

function ActButton({ act, isLive, busy }: { act: NumberAct; isLive: boolean; busy: string | null }) {
  return (
    <Button
      tone={act.tone ?? 'plain'}
      {...(act.keys ? { keys: act.keys } : {})}
      isBusy={busy === act.id}
      disabled={act.needsLine && !isLive}
      onClick={act.run}
    >
      {act.title}
    </Button>
  )
}
