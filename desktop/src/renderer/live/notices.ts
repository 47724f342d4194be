import { create } from 'zustand'
import type { Notice, Push } from '../../ipc/pushes.ts'

type NoticesState = {
  /** The most pressing first; one is on screen at a time. */
  notices: Notice[]
  /** The call that just came in, until it is looked at or put away. */
  incoming: { callId: string; phoneNumber: string | null } | null
  putAway: (key: string) => void
  putAwayCall: () => void
}

const RANK = { urgent: 0, high: 1, normal: 2 }

/** What main found worth telling at once. The same matter never shows twice. */
export const useNotices = create<NoticesState>()((set) => ({
  notices: [],
  incoming: null,
  putAway: (key) => set(({ notices }) => ({ notices: notices.filter((one) => one.key !== key) })),
  putAwayCall: () => set({ incoming: null }),
}))

export function hearNotice(push: Push): void {
  if (push.kind === 'notice')
    useNotices.setState(({ notices }) => ({
      notices: [push.notice, ...notices.filter((one) => one.key !== push.notice.key)].sort((a, b) => RANK[a.level] - RANK[b.level]),
    }))
  else if (push.kind === 'noticeGone') useNotices.getState().putAway(push.key)
  else if (push.kind === 'incomingCall') useNotices.setState({ incoming: { callId: push.callId, phoneNumber: push.phoneNumber } })
}
