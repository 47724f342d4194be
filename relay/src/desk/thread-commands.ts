import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Thread } from '@dentalanswer/shared/domain/thread.ts'
import { sendStaffText } from '../messaging/send-staff-text.ts'
import { openMessages } from '../store/messages.ts'
import { findThread, saveThread } from '../store/threads.ts'
import type { Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { Commands } from './desk-context.ts'
import { staffName } from './staff-name.ts'

type ThreadCommands = Pick<Commands, 'text.send' | 'message.done' | 'thread.takeOver' | 'thread.handBack' | 'thread.snooze' | 'thread.done'>

export const threadCommands: ThreadCommands = {
  *'text.send'(tx, input, requestId) {
    return yield* sendStaffText(tx, { ...input, requestId })
  },
  *'message.done'(tx, { messageId }) {
    const message = yield* tx.require('messages', messageId)
    if (message.attention !== 'open') return message
    const done = yield* tx.update('messages', { ...message, attention: 'done' })
    yield* tx.audit({ action: 'message.done', subjectType: 'message', subjectId: messageId })
    tx.emit('message.changed')
    return done
  },
  *'thread.takeOver'(tx, { phoneNumber, by }) {
    const before = yield* threadOf(tx, phoneNumber)
    const takenOverBy = yield* staffName(tx, by)
    if (before.takenOverBy === takenOverBy) return before
    return yield* change(tx, 'thread.taken_over', { ...before, takenOverBy, takenOverAt: tx.now })
  },
  *'thread.handBack'(tx, { phoneNumber }) {
    const before = yield* threadOf(tx, phoneNumber)
    if (before.takenOverBy === null) return before
    return yield* change(tx, 'thread.handed_back', { ...before, takenOverBy: null, takenOverAt: null })
  },
  *'thread.snooze'(tx, { phoneNumber, until }) {
    if (until !== null && until <= tx.now) throw new DeskError('BAD_INPUT', 'Choose a time that is still to come.')
    const before = yield* threadOf(tx, phoneNumber)
    if (before.snoozedUntil === until) return before
    return yield* change(tx, 'thread.snoozed', { ...before, snoozedUntil: until })
  },
  *'thread.done'(tx, { phoneNumber }) {
    const closed = []
    for (const open of yield* openMessages(tx.practiceId, phoneNumber))
      closed.push(yield* tx.update('messages', { ...open, attention: 'done' }))
    if (closed.length === 0) return []
    yield* tx.audit({ action: 'thread.done', subjectType: 'thread', subjectId: phoneNumber, detail: { messages: closed.length } })
    tx.emit('message.changed')
    return closed
  },
}

function* threadOf(tx: Tx, phoneNumber: PhoneNumber): Work<Thread> {
  const known = yield* findThread(tx.practiceId, phoneNumber)
  return known ?? { phoneNumber, takenOverBy: null, takenOverAt: null, snoozedUntil: null, updatedAt: tx.now }
}

function* change(tx: Tx, action: string, next: Thread): Work<Thread> {
  const thread = yield* saveThread(tx, next)
  yield* tx.audit({ action, subjectType: 'thread', subjectId: thread.phoneNumber, detail: { thread } })
  tx.emit('thread.changed')
  return thread
}
