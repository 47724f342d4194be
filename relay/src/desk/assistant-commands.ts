import { publishNow, revertTo } from '../onboarding/assistant-versions.ts'
import type { Commands } from './desk-context.ts'
import { staffName } from './staff-name.ts'

export const assistantCommands: Pick<Commands, 'assistant.publish' | 'assistant.revert'> = {
  *'assistant.publish'(tx, { by }) {
    return yield* publishNow(tx, yield* staffName(tx, by))
  },
  *'assistant.revert'(tx, { version, by }) {
    return yield* revertTo(tx, version, yield* staffName(tx, by))
  },
}
