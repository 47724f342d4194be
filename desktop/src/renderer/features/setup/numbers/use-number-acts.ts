import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { useState } from 'react'
import { type Action, useActions } from '../../../live/actions.ts'
import { openPlace } from '../../../live/places.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { doNow } from './do-now.ts'
import { type Opened, useNumbers } from './wizard-store.ts'

export type NumberAct = {
  id: string
  title: string
  keys?: string
  tone?: 'main' | 'quiet'
  /** Asks the relay, so it is off while this desk has no connection. */
  needsLine: boolean
  run: () => void
}

/** What can be done with a number, for its buttons, on keys and in the palette. */
export function useNumberActs(practice: PracticeNow, phone: PracticePhone): { acts: NumberAct[]; busy: string | null } {
  const [busy, setBusy] = useState<string | null>(null)
  const isLive = useIsLive()
  const { opened, show } = useNumbers()
  const named = practice.phone(phone.phoneNumber)
  const at = { phoneNumberId: phone.id }
  const doing = (id: string, work: () => Promise<unknown>) => () => {
    if (busy) return
    setBusy(id)
    void work().finally(() => setBusy(null))
  }
  const toggle = (panel: Opened) => () => show(opened === panel ? null : panel)
  const isPaused = phone.status === 'paused'
  const list: (NumberAct | false)[] = [
    isPaused
      ? {
          ...{ id: 'pause', title: 'Let the assistant answer', keys: 'h', tone: 'main', needsLine: true },
          run: doing('pause', () => doNow('number.resume', at, `Answer calls on ${named}`, `The assistant answers ${named} again.`)),
        }
      : {
          ...{ id: 'pause', title: 'Pause: ring the desk', keys: 'h', needsLine: true },
          run: doing('pause', () => doNow('number.pause', at, `Pause ${named}`, `Calls to ${named} ring the desk.`)),
        },
    phone.releaseAt !== null && {
      ...{ id: 'keep', title: 'Keep it', keys: 'u', tone: 'main', needsLine: true },
      run: doing('keep', () => doNow('number.keep', at, `Keep ${named}`, `${named} stays.`)),
    },
    { id: 'try', title: 'Try it', keys: 't', needsLine: false, run: toggle('try') },
    {
      ...{ id: 'check', title: 'Check now', keys: 'c', needsLine: true },
      run: doing('check', () => doNow('number.check', at, `Check ${named}`, `${named} was looked at.`)),
    },
    !phone.isPrimary && {
      ...{ id: 'main', title: 'Make it the main number', keys: 'm', needsLine: true },
      run: doing('main', () =>
        doNow('number.change', { ...at, isPrimary: true }, `Make ${named} the main number`, `${named} is the main number.`),
      ),
    },
    { id: 'rename', title: 'Rename', keys: 'r', needsLine: false, run: toggle('rename') },
    phone.texting !== 'ready' && {
      ...{ id: 'texts', title: 'Leave to text', keys: 'l', needsLine: false, run: () => openPlace('setup', 'registration') },
    },
    phone.forwardedFrom !== null && {
      ...{ id: 'forwarding', title: 'Codes for forwarding', keys: 'f', needsLine: false },
      run: toggle('forwarding'),
    },
    phone.vapiAssistantId !== null && {
      ...{ id: 'replace', title: 'Replace assistant…', tone: 'quiet', needsLine: true },
      run: toggle('replace'),
    },
    phone.releaseAt === null && { id: 'giveUp', title: 'Give it up…', keys: 'x', tone: 'quiet', needsLine: false, run: toggle('giveUp') },
  ]
  const acts = list.filter((one) => one !== false) as NumberAct[]
  useActions(
    phone.status === 'released'
      ? []
      : acts
          .filter((one) => isLive || !one.needsLine)
          .map(
            (one): Action => ({
              ...{ id: `number-${one.id}`, title: `${one.title} (${named})`, group: 'Numbers', run: one.run },
              ...(one.keys ? { keys: [one.keys] } : {}),
            }),
          ),
  )
  return { acts: phone.status === 'released' ? [] : acts, busy }
}
