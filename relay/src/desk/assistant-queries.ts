import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { readTold } from '../onboarding/assistant-told.ts'
import { findVersion } from '../store/assistant-versions.ts'
import type { Queries } from './desk-context.ts'

export const assistantQueries: Pick<Queries, 'assistant.version'> = {
  async 'assistant.version'({ store, practiceId }, { version }) {
    const kept = await store.read(() => findVersion(practiceId, version))
    if (!kept) throw new DeskError('NOT_FOUND', 'There is no such version of the assistant.')
    const { firstMessage, prompt } = readTold(kept.plan).spec
    return { version: kept.version, firstMessage, prompt }
  },
}
