import { useState } from 'react'
import { BridgeError } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'
import { useIsLive } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { clashingFields, type Draft, editedFields, overPresent, settleField, typeInto } from '../../ui/draft-changes.ts'
import type { Problems } from '../../ui/plain-problems.ts'
import { useSetup } from './setup-store.ts'

// What they made of it arrives with the next event, and stands here beside what was typed.
const BEHIND = 'Not saved: another desk changed this a moment ago. Look at what it is now, then save again.'

type SavePlan = { save: () => Promise<unknown> } | { problems: Problems }

export type DraftForm<F extends object> = {
  form: F
  edited: (keyof F & string)[]
  clashes: { field: keyof F & string; mine: F[keyof F]; theirs: F[keyof F] }[]
  problems: Problems
  isBusy: boolean
  canSave: boolean
  type: (part: Partial<F>) => void
  keep: (field: string, keep: 'mine' | 'theirs') => void
  discard: () => void
  save: () => Promise<void>
}

/** A form over something of the set-up: what is typed lives in the store under `key` until it is saved or thrown away. `plan` reads the
 *  form and names the one command that saves it. Setup never waits in the queue: another desk may change it meanwhile. */
export function useDraft<F extends object>(
  key: string,
  present: F,
  plan: (form: F, edited: (keyof F & string)[]) => SavePlan,
  isNew = false,
): DraftForm<F> {
  const draft = useSetup((state) => state.drafts[key] as Draft<F> | undefined) ?? null
  const setDraft = useSetup((state) => state.setDraft)
  const isLive = useIsLive()
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setBusy] = useState(false)
  const form = draft ? overPresent(draft, present) : present
  const edited = draft ? editedFields(draft) : []
  const clashing = draft ? clashingFields(draft, present) : []
  const put = (next: Draft<F>) => {
    setProblems({})
    setDraft(key, editedFields(next).length > 0 ? next : null)
  }
  const canSave = isLive && clashing.length === 0 && (edited.length > 0 || isNew)
  return {
    form,
    edited,
    problems,
    isBusy,
    canSave,
    clashes: clashing.map((field) => ({ field, mine: form[field], theirs: present[field] })),
    type: (part) => put(typeInto(draft, present, part)),
    keep: (field, keep) => draft && put(settleField(draft, present, field as keyof F & string, keep)),
    discard: () => {
      setProblems({})
      setDraft(key, null)
    },
    save: async () => {
      if (!canSave || isBusy) return
      const planned = plan(form, edited)
      if ('problems' in planned) return setProblems(planned.problems)
      setBusy(true)
      setProblems({})
      try {
        await planned.save()
        setDraft(key, null)
        tell({ tone: 'done', text: 'Saved.' })
      } catch (error) {
        const isBehind = error instanceof BridgeError && error.code === 'CHANGED_MEANWHILE'
        setProblems({ form: isBehind ? BEHIND : wordsOf(error) })
      } finally {
        setBusy(false)
      }
    },
  }
}
