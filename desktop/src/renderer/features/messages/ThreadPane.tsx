import type { RefObject } from 'react'
import type { ThreadRow, ThreadView } from '../../../ipc/views.ts'
import { useNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { householdName } from '../../ui/names.ts'
import { whyNoText } from '../../ui/thread/reach.ts'
import { threadItems } from '../../ui/thread/thread-items.ts'
import { inSentence } from '../../ui/times.ts'
import { CannotText } from './CannotText.tsx'
import { Composer } from './Composer.tsx'
import { ThreadHead } from './ThreadHead.tsx'
import styles from './ThreadPane.module.css'
import { ThreadTexts } from './ThreadTexts.tsx'
import type { ThreadRead } from './use-thread.ts'
import { useThreadActions } from './use-thread-actions.ts'

type ThreadPaneProps = {
  practice: PracticeNow
  view: ThreadView
  read: ThreadRead
  rows: readonly ThreadRow[]
  composer: RefObject<HTMLTextAreaElement | null>
}

/** One number's texts, what the machine did between them, and the way to answer. */
export function ThreadPane({ practice, view, read, rows, composer }: ThreadPaneProps) {
  const now = useNow()
  const { times, today, setup } = practice
  const who = householdName(view.patients) ?? practice.phone(view.phoneNumber)
  const noText = whyNoText(
    { ...view, phoneNumbers: setup.phoneNumbers, now },
    { day: (at) => inSentence(times.relativeDay(times.dayOf(at), today)), ownNumber: practice.phone(ownNumber(practice)) },
  )
  const acts = useThreadActions({ practice, view, rows, who, composer, canText: noText === null })
  const items = threadItems(view, { times, today, now })
  return (
    <section className={styles.pane} aria-label={`Texts with ${who}`}>
      <ThreadHead practice={practice} view={view} who={who} acts={acts} />
      <ThreadTexts practice={practice} view={view} items={items} read={read} who={who} reply={acts.reply} now={now} />
      {noText ? (
        <CannotText reason={noText} who={who} view={view} />
      ) : (
        <Composer practice={practice} view={view} who={who} field={composer} />
      )}
    </section>
  )
}

/** The number a patient texts START to. */
function ownNumber({ setup }: PracticeNow) {
  const usable = setup.phoneNumbers.filter((one) => one.status !== 'released')
  return (usable.find((one) => one.isPrimary) ?? usable[0])?.phoneNumber ?? setup.practice.phoneNumber
}
