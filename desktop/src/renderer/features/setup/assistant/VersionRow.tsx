import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import { useEffect, useRef, useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './Assistant.module.css'
import { revertTo } from './assistant-commands.ts'
import { VersionText } from './VersionText.tsx'
import { canRevertTo, changeLines, versionTag } from './version-words.ts'

type VersionRowProps = {
  practice: PracticeNow
  version: AssistantVersion
  speaking: AssistantVersion | null
  /** Null: another one is chosen, or none. */
  open: 'row' | 'told' | 'revert' | null
  onOpen: (part: 'told' | 'revert' | null) => void
  onChoose: () => void
}

/** One version: when, by whom and what was different; once chosen, all of it and what can be done with it. */
export function VersionRow({ practice: { times, today }, version, speaking, open, onOpen, onChoose }: VersionRowProps) {
  const isLive = useIsLive()
  const row = useRef<HTMLLIElement>(null)
  const seen = useRef(open)
  const isChosen = open !== null
  // Coming back to Setup shows its top, not the version that was open.
  useEffect(() => {
    if (open && open !== seen.current) row.current?.scrollIntoView({ block: 'nearest' })
    seen.current = open
  }, [open])
  const tag = versionTag(version, speaking)
  const lines = changeLines(version)
  return (
    <li ref={row} data-chosen={isChosen || undefined}>
      <button type="button" className={styles.version} aria-expanded={isChosen} onClick={onChoose}>
        <span className={styles.versionLine}>
          <strong>Version {version.version}</strong>
          {tag ? <Tag tone={tag.tone}>{tag.words}</Tag> : null}
          <span className={styles.second}>
            {times.dayAndTime(version.publishedAt ?? version.createdAt, today)}
            {version.by ? ` · ${version.by}` : ''}
          </span>
        </span>
        {isChosen ? null : <span className={styles.brief}>{lines.map((words) => words.replace(/\.$/, '')).join(' · ')}</span>}
      </button>
      {isChosen ? (
        <div className={styles.versionBody}>
          <ul>
            {lines.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {version.problem ? <p className={styles.trouble}>{version.problem}</p> : null}
          {open === 'revert' ? (
            <ConfirmRevert version={version.version} onEnd={() => onOpen(null)} />
          ) : (
            <div className={styles.acts}>
              <Button size="small" keys="w" aria-expanded={open === 'told'} onClick={() => onOpen(open === 'told' ? null : 'told')}>
                What it is told
              </Button>
              {canRevertTo(version, speaking) ? (
                <Button size="small" keys="z" disabled={!isLive} onClick={() => onOpen('revert')}>
                  Go back to this version
                </Button>
              ) : null}
              {isLive ? null : <span className={styles.second}>Both need the relay, which cannot be reached.</span>}
            </div>
          )}
          {open === 'told' ? <VersionText version={version} /> : null}
        </div>
      ) : null}
    </li>
  )
}

function ConfirmRevert({ version, onEnd }: { version: number; onEnd: () => void }) {
  const [isBusy, setBusy] = useState(false)
  const revert = async () => {
    setBusy(true)
    const isTaken = await revertTo(version)
    setBusy(false)
    if (isTaken) onEnd()
  }
  return (
    <section className={styles.acts} aria-label={`Go back to version ${version}`}>
      <p>Callers hear version {version} again within seconds. What you change in Setup is held back until you publish it.</p>
      <Button size="small" tone="main" autoFocus isBusy={isBusy} onClick={() => void revert()}>
        Go back to version {version}
      </Button>
      <Button size="small" onClick={onEnd}>
        Leave it
      </Button>
    </section>
  )
}
