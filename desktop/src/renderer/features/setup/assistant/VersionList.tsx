import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import { useState } from 'react'
import { useActions } from '../../../live/actions.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useSetup } from '../setup-store.ts'
import styles from './Assistant.module.css'
import { VersionRow } from './VersionRow.tsx'
import { canRevertTo, speakingOf } from './version-words.ts'

const FIRST_SHOWN = 12

/** Every state the assistant was given, newest first; the chosen one can be read word for word and taken up again. */
export function VersionList({ practice }: { practice: PracticeNow }) {
  const versions = practice.setup.assistantVersions
  const { chosen, choose } = useSetup()
  const isLive = useIsLive()
  const [open, setOpen] = useState<'told' | 'revert' | null>(null)
  const [isAllShown, setAllShown] = useState(false)
  const speaking = speakingOf(versions)
  const at = versions.findIndex((one) => one.id === chosen.assistant)
  const here = versions[at]
  const shown = isAllShown ? versions : versions.slice(0, Math.max(FIRST_SHOWN, at + 1))
  const pick = (one: AssistantVersion | undefined) => {
    if (!one) return
    setOpen(null)
    choose('assistant', one.id)
  }
  const canRevert = here !== undefined && isLive && canRevertTo(here, speaking)
  useActions([
    { id: 'versions-next', title: 'Earlier version', keys: [']'], group: 'Setup', run: () => pick(versions[at + 1]) },
    { id: 'versions-previous', title: 'Later version', keys: ['['], group: 'Setup', run: () => pick(versions[at < 0 ? 0 : at - 1]) },
    ...(here
      ? [
          { id: 'version-told', title: `What version ${here.version} is told`, keys: ['w'], group: 'Setup', run: () => setOpen('told') },
          {
            id: 'version-close',
            title: 'Put the version away',
            keys: ['escape'],
            group: 'Setup',
            run: () => (open ? setOpen(null) : choose('assistant', null)),
          },
        ]
      : []),
    ...(here && canRevert
      ? [{ id: 'version-revert', title: `Go back to version ${here.version}`, keys: ['z'], group: 'Setup', run: () => setOpen('revert') }]
      : []),
  ])
  if (versions.length === 0) return null
  return (
    <Panel title="Versions" aside="newest first" isFlush>
      <ul className={styles.versions}>
        {shown.map((one) => (
          <VersionRow
            key={one.id}
            practice={practice}
            version={one}
            speaking={speaking}
            open={one.id === here?.id ? (open ?? 'row') : null}
            onOpen={setOpen}
            onChoose={() => (one.id === here?.id ? choose('assistant', null) : pick(one))}
          />
        ))}
      </ul>
      {shown.length < versions.length ? (
        <div className={styles.more}>
          <Button size="small" onClick={() => setAllShown(true)}>
            Show {versions.length - shown.length} earlier
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}
