import type { AlarmId } from '@dentalanswer/shared/domain/ids.ts'
import { useActionLayers, useActions } from '../live/actions.ts'
import { useLive } from '../live/live-query.ts'
import { useNotices } from '../live/notices.ts'
import { usePlaces } from '../live/places.ts'
import { usePractice } from '../live/practice.ts'
import { Button } from '../ui/Button.tsx'
import { PersonText } from '../ui/PersonText.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './AlarmBar.module.css'
import { firstNotice, noticeWords } from './alarm-words.ts'
import { Heard } from './Heard.tsx'
import { noticeActions } from './notice-actions.ts'
import { acknowledgeAlarm, doNoticeAct } from './notice-acts.ts'
import { useAcknowledgedHere } from './waiting-acknowledgements.ts'

const KEY = 'shift+space'

/** The oldest emergency nobody has acknowledged, over the whole width so that it covers nothing. On Now its row stands first anyway. */
export function AlarmBar() {
  const alarms = useNotices((state) => state.notices).filter((one) => one.level === 'urgent')
  const { value: work } = useLive('work.read', alarms.length ? {} : null)
  const practice = usePractice()
  const isOnNow = usePlaces((state) => state.place === 'now')
  const notice = firstNotice(alarms, work)
  const isKnown = useAcknowledgedHere().includes(notice?.alarmId ?? '')
  const hasKey = useAcknowledgeKey(notice?.alarmId ?? null, isKnown)
  if (!notice || !practice) return <Heard words="" isUrgent />
  const { title, body } = noticeWords(notice, work, practice.phone)
  return (
    <>
      <Heard words={`Emergency. ${title}. ${body}`} isUrgent />
      {isOnNow ? null : (
        <aside className={styles.bar} aria-label="Emergency">
          <Tag tone="red">Emergency</Tag>
          <p>
            <PersonText className={styles.who}>{title}</PersonText> <PersonText>{body}</PersonText>
            {isKnown ? ' · Acknowledged here; the relay has not heard it yet, so the on-call texts go on.' : ''}
          </p>
          {alarms.length > 1 ? <span className={styles.more}>+{alarms.length - 1} more</span> : null}
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
        </aside>
      )}
    </>
  )
}

/** Offers the key for the emergency shown, unless the screen uses it for one that is selected there. */
function useAcknowledgeKey(alarmId: string | null, isKnown: boolean): boolean {
  const id = 'acknowledge-alarm'
  const isTaken = useActionLayers(({ layers }) =>
    layers.some((layer) => layer.actions.some((one) => one.id !== id && one.keys?.includes(KEY))),
  )
  const hasKey = alarmId !== null && !isTaken && !isKnown
  const run = () => void acknowledgeAlarm(alarmId as AlarmId)
  useActions(hasKey ? [{ id, title: 'Acknowledge the emergency', keys: [KEY], group: 'Everywhere', run }] : [])
  return hasKey
}
