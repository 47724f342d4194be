import { type RefObject, useState } from 'react'
import type { ThreadRow, ThreadView } from '../../../ipc/views.ts'
import { useActions } from '../../live/actions.ts'
import { deskNow } from '../../live/clock.ts'
import { dial } from '../../live/dial.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useMessages } from './messages-store.ts'
import { handBack, markDone, snooze, snoozeChoices, takeOver } from './thread-commands.ts'
import { neighbourOf } from './use-list-actions.ts'

type ThreadScene = {
  practice: PracticeNow
  view: ThreadView
  rows: readonly ThreadRow[]
  who: string
  composer: RefObject<HTMLTextAreaElement | null>
  canText: boolean
}

export type ThreadActs = ReturnType<typeof useThreadActions>

/** What can be done with the open thread, by button and by key. */
export function useThreadActions({ practice, view, rows, who, composer, canText }: ThreadScene) {
  const [isSnoozing, setSnoozing] = useState(false)
  const { phoneNumber, thread } = view
  const isOurs = Boolean(thread?.takenOverBy)
  const isSnoozed = Boolean(thread?.snoozedUntil && thread.snoozedUntil > deskNow())
  const hasOpen = view.messages.some((one) => one.attention === 'open')
  const { select, openTool } = useMessages.getState()
  /** The next thread comes up when this one has left the list. */
  const leave = async (work: Promise<unknown>) => {
    const next = neighbourOf(rows, phoneNumber)
    const { filter } = useMessages.getState()
    await work
    if (filter === 'actionable' && next && useMessages.getState().selected === phoneNumber) select(next)
  }
  const hold = () => {
    // Without a chosen row the list's first is shown; it stays while something is done with it.
    if (useMessages.getState().selected === null) select(phoneNumber)
  }
  const acts = {
    isSnoozing,
    setSnoozing,
    isSnoozed,
    isOurs,
    hasOpen,
    choices: snoozeChoices(practice),
    take: () => void (isOurs ? handBack(phoneNumber, who) : takeOver(phoneNumber, who)),
    done: () => {
      hold()
      void leave(markDone(phoneNumber, who))
    },
    snooze: (at: number) => {
      const choice = snoozeChoices(practice)[at]!
      setSnoozing(false)
      hold()
      void leave(snooze(phoneNumber, who, choice.until(), choice.words))
    },
    wake: () => void snooze(phoneNumber, who, null, 'Back in the list.'),
    call: () => void dial(phoneNumber),
    reply: () => composer.current?.focus(),
  }
  const group = 'Messages'
  useActions([
    ...(canText
      ? [
          { id: 'messages-reply', title: 'Reply', keys: ['r'], group, isInFooter: true, run: acts.reply },
          { id: 'messages-templates', title: 'Templates', keys: ['/'], group, run: () => openTool('templates') },
        ]
      : []),
    { id: 'messages-take', title: isOurs ? 'Hand back to the machine' : 'Take over this thread', keys: ['t'], group, run: acts.take },
    ...(hasOpen ? [{ id: 'messages-done', title: 'Done', keys: ['e'], group, isInFooter: true, run: acts.done }] : []),
    isSnoozed
      ? { id: 'messages-snooze', title: 'Back in the list now', keys: ['s'], group, run: acts.wake }
      : { id: 'messages-snooze', title: 'Snooze', keys: ['s'], group, isInFooter: true, run: () => setSnoozing(true) },
    { id: 'messages-call', title: `Call ${who}`, keys: ['b'], group, run: acts.call },
  ])
  return acts
}
