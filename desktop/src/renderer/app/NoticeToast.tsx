import type { AlarmId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect, useState } from 'react'
import type { Notice } from '../../ipc/pushes.ts'
import type { WorkView } from '../../ipc/views.ts'
import { useActionLayers, useActions } from '../live/actions.ts'
import { useLive } from '../live/live-query.ts'
import { useNotices } from '../live/notices.ts'
import { usePractice } from '../live/practice.ts'
import { Button } from '../ui/Button.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import { firstNotice, noticeWords } from './alarm-words.ts'
import styles from './Callouts.module.css'
import { noticeActions } from './notice-actions.ts'
import { acknowledgeAlarm, doNoticeAct } from './notice-acts.ts'
import { useNoticeSounds } from './use-notice-sounds.ts'
import { useAcknowledgedHere } from './waiting-acknowledgements.ts'

const SHOWN_MS = { urgent: null, high: 40_000, normal: 15_000 }
const LEVELS = {
  urgent: { tone: 'red', words: 'Emergency' },
  high: { tone: 'amber', words: 'Now' },
  normal: { tone: 'grey', words: 'New' },
} as const
const KEY = 'shift+space'

/** The most pressing notice, one at a time. An emergency stays until somebody acknowledges it; all else is in its place as well. */
export function NoticeToast() {
  const notices = useNotices((state) => state.notices)
  const { value: work } = useLive('work.read', notices.length ? {} : null)
  const practice = usePractice()
  const notice = firstNotice(notices, work)
  useNoticeSounds()
  const hasKey = useAcknowledgeKey(notice?.alarmId ?? null)
  if (!notice || !practice) return <Heard words="" isUrgent={false} />
  const { title, body } = noticeWords(notice, work, practice.phone)
  return (
    <>
      <Heard words={`${LEVELS[notice.level].words}. ${title}. ${body}`} isUrgent={notice.level === 'urgent'} />
      <Toast key={notice.key} notice={notice} title={title} body={body} work={work} more={notices.length - 1} hasKey={hasKey} />
    </>
  )
}

/** For screen readers alone: an emergency interrupts, the rest waits its turn. Always there, or the first words would not be heard. */
function Heard({ words, isUrgent }: { words: string; isUrgent: boolean }) {
  return (
    <>
      <p role="alert" className={styles.heard}>
        {isUrgent ? words : ''}
      </p>
      <output className={styles.heard}>{isUrgent ? '' : words}</output>
    </>
  )
}

/** Offers the key for the emergency shown, unless the screen uses it for one that is selected there. */
function useAcknowledgeKey(alarmId: string | null): boolean {
  const id = 'acknowledge-alarm'
  const isKnown = useAcknowledgedHere().includes(alarmId ?? '')
  const isTaken = useActionLayers(({ layers }) =>
    layers.some((layer) => layer.actions.some((one) => one.id !== id && one.keys?.includes(KEY))),
  )
  const hasKey = alarmId !== null && !isTaken && !isKnown
  const run = () => void acknowledgeAlarm(alarmId as AlarmId)
  useActions(hasKey ? [{ id, title: 'Acknowledge the emergency', keys: [KEY], group: 'Everywhere', run }] : [])
  return hasKey
}

type ToastProps = { notice: Notice; title: string; body: string; work: WorkView | undefined; more: number; hasKey: boolean }

function Toast({ notice, title, body, work, more, hasKey }: ToastProps) {
  const [isHeld, setHeld] = useState(false)
  const { putAway } = useNotices.getState()
  const isKnown = useAcknowledgedHere().includes(notice.alarmId ?? '')
  const shownMs = SHOWN_MS[notice.level]
  useEffect(() => {
    if (shownMs === null || isHeld) return
    const timer = setTimeout(() => putAway(notice.key), shownMs)
    return () => clearTimeout(timer)
  }, [shownMs, isHeld, notice.key, putAway])
  const { tone, words } = LEVELS[notice.level]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the notice while it is read.
    <div
      className={styles.card}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.head}>
        <Tag tone={tone}>{words}</Tag>
        <h2>
          <PersonText>{title}</PersonText>
        </h2>
        {shownMs === null ? null : (
          <Button size="small" tone="quiet" aria-label="Put away" onClick={() => putAway(notice.key)}>
            ✕
          </Button>
        )}
      </div>
      <p className={styles.text}>
        <PersonText>{body}</PersonText>
      </p>
      {isKnown ? <p className={styles.text}>Acknowledged here. The relay has not heard it yet, so the on-call texts go on.</p> : null}
      <div className={styles.actions}>
        {noticeActions(notice, work).map((one) => (
          <Button
            key={one.title}
            size="small"
            tone={one.tone}
            disabled={isKnown && one.act.kind === 'acknowledge'}
            keys={hasKey && one.act.kind === 'acknowledge' ? KEY : undefined}
            onClick={() => doNoticeAct(one.act, notice)}
          >
            {one.title}
          </Button>
        ))}
        {more > 0 ? <span className={styles.more}>+{more} more</span> : null}
      </div>
    </div>
  )
}
