import { useActions } from '../../live/actions.ts'
import { dial } from '../../live/dial.ts'
import { whoIsHere } from '../../live/session.ts'
import { useIsNarrow } from '../../ui/use-is-narrow.ts'
import { useCallbacksStore } from './callbacks-store.ts'
import type { FollowUp } from './follow-up.ts'
import { take } from './follow-up-commands.ts'

/** The keys of the place: walking the list, and what can be done about the selected row. */
export function useFollowUpActions(rows: FollowUp[], at: number): void {
  const { select, open, close, setForm, openNew } = useCallbacksStore.getState()
  const { form, isNewOpen, isOpen } = useCallbacksStore()
  const isNarrow = useIsNarrow()
  const one = isNewOpen ? null : (rows[at] ?? null)
  const isOpenWork = one?.status === 'open'
  const walk = (step: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (row) select(row.id)
  }
  const group = 'Callbacks'
  useActions([
    { id: 'callbacks-next', title: 'Next', keys: ['j', 'down'], group, isInFooter: true, run: () => walk(1) },
    { id: 'callbacks-previous', title: 'Previous', keys: ['k', 'up'], group, isInFooter: true, run: () => walk(-1) },
    { id: 'callbacks-open', title: 'Open', keys: ['enter'], group, run: () => one && open(one.id) },
    { id: 'callbacks-new', title: 'New callback', keys: ['n'], group, isInFooter: true, run: () => openNew(true) },
    ...(form || isNewOpen || (isOpen && isNarrow)
      ? [
          {
            id: 'callbacks-back',
            title: form ? 'Close the form' : 'Back to the list',
            keys: ['escape'],
            group,
            whileTyping: true,
            run: () => (form ? setForm(null) : close()),
          },
        ]
      : []),
    ...(one?.number && isOpenWork
      ? [{ id: 'callbacks-call', title: `Call ${one.who}`, keys: ['b'], group, run: () => void dial(one.number!) }]
      : []),
    ...(one && isOpenWork
      ? [
          ...(one.owner === whoIsHere()
            ? []
            : [{ id: 'callbacks-take', title: `Take it: ${one.who}`, keys: ['a'], group, run: () => void take(one) }]),
          { id: 'callbacks-later', title: `Later: ${one.who}`, keys: ['s'], group, run: () => setForm('later') },
          { id: 'callbacks-done', title: 'Done', keys: ['e'], group, isInFooter: true, run: () => setForm('outcome') },
        ]
      : []),
  ])
}
