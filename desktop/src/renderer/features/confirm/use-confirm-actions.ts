import { useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { openPlace } from '../../live/places.ts'
import { householdName } from '../../ui/names.ts'
import { askHousehold, callHousehold, markConfirmed } from './confirm-commands.ts'
import { useConfirm } from './confirm-store.ts'
import type { Household } from './households-of.ts'
import type { Scene } from './use-scene.ts'

const BETWEEN_MS = 800

/** The keys of the place; those of a household act on the selected one. */
export function useConfirmActions(scene: Scene, rows: readonly Household[], here: Household | null): void {
  const { select, openForm, showDetail } = useConfirm.getState()
  const at = here ? rows.indexOf(here) : 0
  const markedAt = useRef(Number.NEGATIVE_INFINITY)
  // A key held down must not confirm one household after the other.
  const mark = () => {
    if (!here || performance.now() - markedAt.current < BETWEEN_MS) return
    markedAt.current = performance.now()
    void markConfirmed(here.open, scene.practice)
  }
  const walk = (step: number) => select(rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.key ?? null)
  const group = 'Confirm'
  const name = here ? (householdName(here.patients) ?? 'the patient') : ''
  const visit = here?.open[0] ?? here?.visits[0]
  useActions([
    { id: 'confirm-next', title: 'Next', keys: ['j', 'down'], group, isInFooter: true, run: () => walk(1) },
    { id: 'confirm-previous', title: 'Previous', keys: ['k', 'up'], group, run: () => walk(-1) },
    { id: 'confirm-open', title: 'Open', keys: ['enter'], group, run: () => showDetail(true) },
    ...(here && here.open.length > 0
      ? [
          {
            id: 'confirm-mark',
            title: 'Mark confirmed',
            keys: ['c'],
            group,
            isInFooter: true,
            run: mark,
          },
          ...(here.open.some((one) => one.step.kind === 'ask')
            ? [{ id: 'confirm-ask', title: `Ask ${name} by text`, keys: ['a'], group, run: () => void askHousehold(here, scene.practice) }]
            : []),
        ]
      : []),
    ...(here?.phoneNumber
      ? [
          { id: 'confirm-call', title: 'Call', keys: ['b'], group, isInFooter: true, run: () => callHousehold(here) },
          { id: 'confirm-thread', title: `Texts of ${name}`, keys: ['r'], group, run: () => openPlace('messages', here.phoneNumber) },
        ]
      : []),
    ...(visit
      ? [
          { id: 'confirm-move', title: 'Move', keys: ['m'], group, run: () => openPlace('day', visit.appointment.id) },
          {
            id: 'confirm-cancel',
            title: 'Cancel the visit',
            keys: ['x'],
            group,
            isInFooter: true,
            run: () => openForm({ kind: 'cancel', visitId: visit.appointment.id, reason: '', sendText: here?.noText === null }),
          },
        ]
      : []),
  ])
}
