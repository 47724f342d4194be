import { useEffect, useState } from 'react'
import type { Notice } from '../../ipc/pushes.ts'
import { useActions } from '../live/actions.ts'
import { useLive } from '../live/live-query.ts'
import { useNotices } from '../live/notices.ts'
import { Button } from '../ui/Button.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './Callouts.module.css'
import { noticeActions } from './notice-actions.ts'
import { acknowledgeAlarm, doNoticeAct } from './notice-acts.ts'
import { useNoticeSounds } from './use-notice-sounds.ts'

const SHOWN_MS = { urgent: null, high: 40_000, normal: 15_000 }
const LEVELS = {
  urgent: { tone: 'red', words: 'Emergency' },
  high: { tone: 'amber', words: 'Now' },
  normal: { tone: 'grey', words: 'New' },
} as const

/** The most pressing notice, one at a time. An emergency stays until somebody acknowledges it; all else is in its place as well. */
export function NoticeToast() {
  const notices = useNotices((state) => state.notices)
  const notice = notices[0]
  useNoticeSounds()
  useActions(actionsFor(notices))
  const heard = notice ? `${LEVELS[notice.level].words}. ${notice.title}. ${notice.body}` : ''
  const isUrgent = notice?.level === 'urgent'
  return (
    <>
      <p role="alert" className={styles.heard}>
        {isUrgent ? heard : ''}
      </p>
      <output className={styles.heard}>{isUrgent ? '' : heard}</output>
      {notice ? <Toast key={notice.key} notice={notice} more={notices.length - 1} /> : null}
    </>
  )
}

/** The tag says the level already. */
const titleBeside = (tag: string, title: string) => (title.startsWith(`${tag}: `) ? title.slice(tag.length + 2) : title)

function actionsFor(notices: Notice[]) {
  const alarmId = notices.find((one) => one.alarmId)?.alarmId
  if (!alarmId) return []
  const title = 'Acknowledge the emergency'
  return [{ id: 'acknowledge-alarm', title, keys: ['shift+space'], group: 'Everywhere', run: () => acknowledgeAlarm(alarmId) }]
}

function Toast({ notice, more }: { notice: Notice; more: number }) {
  const { value: work } = useLive('work.read', {})
  const [isHeld, setHeld] = useState(false)
  const { putAway } = useNotices.getState()
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
          <PersonText>{titleBeside(words, notice.title)}</PersonText>
        </h2>
        {shownMs === null ? null : (
          <Button size="small" tone="quiet" aria-label="Put away" onClick={() => putAway(notice.key)}>
            ✕
          </Button>
        )}
      </div>
      <p className={styles.text}>
        <PersonText>{notice.body}</PersonText>
      </p>
      <div className={styles.actions}>
        {noticeActions(notice, work).map(({ title, tone: buttonTone, act }) => (
          <Button
            key={title}
            size="small"
            tone={buttonTone}
            keys={act.kind === 'acknowledge' ? 'shift+space' : undefined}
            onClick={() => doNoticeAct(act, notice)}
          >
            {title}
          </Button>
        ))}
        {more > 0 ? <span className={styles.more}>+{more} more</span> : null}
      </div>
    </div>
  )
}
