import { useEffect, useState } from 'react'
import type { Notice } from '../../ipc/pushes.ts'
import type { WorkView } from '../../ipc/views.ts'
import { useLive } from '../live/live-query.ts'
import { useNotices } from '../live/notices.ts'
import { usePractice } from '../live/practice.ts'
import { Button } from '../ui/Button.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import { noticeWords } from './alarm-words.ts'
import styles from './Callouts.module.css'
import { Heard } from './Heard.tsx'
import { noticeActions } from './notice-actions.ts'
import { doNoticeAct } from './notice-acts.ts'
import { useNoticeSounds } from './use-notice-sounds.ts'

const HIGH = { tone: 'amber', words: 'Now', shownMs: 40_000 } as const
const NORMAL = { tone: 'grey', words: 'New', shownMs: 15_000 } as const
const levelOf = (notice: Notice) => (notice.level === 'high' ? HIGH : NORMAL)

/** The most pressing notice that is no emergency, one at a time. All of them are in their places as well. */
export function NoticeToast() {
  const notices = useNotices((state) => state.notices).filter((one) => one.level !== 'urgent')
  const { value: work } = useLive('work.read', notices.length ? {} : null)
  const practice = usePractice()
  const [notice] = notices
  useNoticeSounds()
  if (!notice || !practice) return <Heard words="" isUrgent={false} />
  const { title, body } = noticeWords(notice, work, practice.phone)
  return (
    <>
      <Heard words={`${levelOf(notice).words}. ${title}. ${body}`} isUrgent={false} />
      <Toast key={notice.key} notice={notice} title={title} body={body} work={work} more={notices.length - 1} />
    </>
  )
}

type ToastProps = { notice: Notice; title: string; body: string; work: WorkView | undefined; more: number }

function Toast({ notice, title, body, work, more }: ToastProps) {
  const [isHeld, setHeld] = useState(false)
  const { putAway } = useNotices.getState()
  const { tone, words, shownMs } = levelOf(notice)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => putAway(notice.key), shownMs)
    return () => clearTimeout(timer)
  }, [shownMs, isHeld, notice.key, putAway])
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
        <Button size="small" tone="quiet" aria-label="Put away" onClick={() => putAway(notice.key)}>
          ✕
        </Button>
      </div>
      <p className={styles.text}>
        <PersonText>{body}</PersonText>
      </p>
      <div className={styles.actions}>
        {noticeActions(notice, work).map((one) => (
          <Button key={one.title} size="small" tone={one.tone} onClick={() => doNoticeAct(one.act, notice)}>
            {one.title}
          </Button>
        ))}
        {more > 0 ? <span className={styles.more}>+{more} more</span> : null}
      </div>
    </div>
  )
}
