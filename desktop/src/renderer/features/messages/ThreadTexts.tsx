import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { UIEvent } from 'react'
import type { ThreadView } from '../../../ipc/views.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useQueuedFor } from '../../live/queued-for.ts'
import { Empty } from '../../ui/Standing.tsx'
import { Bubble } from '../../ui/thread/Bubble.tsx'
import { StripLine } from '../../ui/thread/StripLine.tsx'
import { TextBubble } from '../../ui/thread/TextBubble.tsx'
import threadStyles from '../../ui/thread/Thread.module.css'
import type { ThreadItem } from '../../ui/thread/thread-items.ts'
import { Words } from '../../ui/thread/Words.tsx'
import { doStripAct } from './do-strip-act.ts'
import { useMessages } from './messages-store.ts'
import styles from './ThreadPane.module.css'
import type { ThreadRead } from './use-thread.ts'

type ThreadTextsProps = {
  practice: PracticeNow
  view: ThreadView
  items: ThreadItem[]
  read: ThreadRead
  who: string
  reply: () => void
  now: Instant
}

const NEAR_TOP_PX = 300

/** The texts, standing on the newest; older ones are read when a person scrolls up to them. */
export function ThreadTexts({ practice, view, items, read, who, reply, now }: ThreadTextsProps) {
  const queued = useQueuedFor('to', view.phoneNumber).filter((one) => one.name === 'text.send')
  const strip = useMessages((state) => state.strip)
  const showWhy = useMessages((state) => state.showWhy)
  const { times, today } = practice
  const scrolled = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent<HTMLDivElement>) => {
    // The column is turned around, so it counts down from 0 at the newest text.
    if (scrollHeight - clientHeight + scrollTop < NEAR_TOP_PX) read.readOlder?.()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard.
    <div className={styles.scroll} onScroll={scrolled} tabIndex={0} role="log" aria-label={`Texts with ${who}`} key={view.phoneNumber}>
      <div className={styles.texts}>
        {read.isCut ? <p className={styles.cut}>Older texts are not shown here.</p> : null}
        {view.isPartial ? (
          <p className={styles.cut}>Older texts are not kept on this computer; they come when the connection is back.</p>
        ) : null}
        {items.length === 0 && queued.length === 0 ? <Empty title="Nothing was written yet.">What you send shows here.</Empty> : null}
        {items.map((item) => {
          if (item.kind === 'day')
            return (
              <h3 key={item.key} className={threadStyles.day}>
                {item.day === today ? `Today, ${times.longDay(item.day)}` : times.longDay(item.day)}
              </h3>
            )
          if (item.kind === 'text') return <TextBubble key={item.key} message={item.message} times={times} now={now} />
          return (
            <StripLine
              key={item.key}
              strip={item.strip}
              isSelected={strip === item.key}
              onWhy={() => showWhy(item.key)}
              onAct={(act) => doStripAct(act, who, reply)}
            />
          )
        })}
        {queued.map((one) => (
          <Bubble
            key={one.id}
            from="desk"
            meta={`staff · ${times.time(one.createdAt)} · ${one.state === 'sending' ? 'being sent' : 'waits for the connection'}`}
            tone="waiting"
          >
            <Words body={String(one.input.body ?? '')} />
          </Bubble>
        ))}
      </div>
    </div>
  )
}
