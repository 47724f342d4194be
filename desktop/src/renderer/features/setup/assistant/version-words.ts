import type { AssistantVersion } from '@dentalanswer/shared/domain/assistant.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Tone } from '../../../ui/Tag.tsx'
import { inSentence, type Times } from '../../../ui/times.ts'

type Say = { times: Times; today: LocalDate }

/** The version callers hear now: the last one that was given. Null before the first. */
export const speakingOf = (versions: AssistantVersion[]): AssistantVersion | null =>
  versions.find((one) => one.state === 'published') ?? null

/** The version that counts: the newest that was not overtaken before it was given. */
export const newestOf = (versions: AssistantVersion[]): AssistantVersion | null =>
  versions.find((one) => one.state !== 'replaced') ?? versions[0] ?? null

/** The earlier version it was taken back to, so that changes in Setup are held back; null when they are not. */
export const heldAs = (versions: AssistantVersion[]): number | null => newestOf(versions)?.revertOf ?? null

export type PublishState = { words: string; tone: 'settled' | 'waiting' | 'problem'; canRetry: boolean }

type Phone = Pick<PracticePhone, 'status' | 'way' | 'vapiAssistantId' | 'assistantVersion'>

/** Whether every assistant that answers was made by the operator: those are never changed from here. */
export function isMadeByHand(phones: Phone[]): boolean {
  const answered = phones.filter((one) => one.status !== 'released' && one.vapiAssistantId !== null)
  return answered.length > 0 && answered.every((one) => one.way === 'given' && one.assistantVersion === null)
}

/** Whether the assistant knows what Setup says, in one sentence. `versions` newest first. */
export function publishState(versions: AssistantVersion[], phones: Phone[], { times, today }: Say): PublishState {
  const newest = newestOf(versions)
  if (isMadeByHand(phones))
    return { words: 'The operator made this assistant by hand: what is changed here does not reach it.', tone: 'problem', canRetry: false }
  if (!newest) return { words: 'Not given to the assistant yet. That happens with the first number.', tone: 'waiting', canRetry: false }
  const { state, problem, publishedAt } = newest
  if (state === 'waiting') return { words: 'Changes are given to the assistant in a few seconds.', tone: 'waiting', canRetry: false }
  if (state === 'publishing')
    return problem
      ? { words: `Not given to the assistant yet: ${problem}`, tone: 'problem', canRetry: true }
      : { words: 'Being given to the assistant.', tone: 'waiting', canRetry: false }
  if (state === 'failed')
    return { words: `Could not be given to the assistant: ${problem ?? 'no reason was told.'}`, tone: 'problem', canRetry: true }
  const at = publishedAt ? ` ${inSentence(times.dayAndTime(publishedAt, today))}` : ''
  return { words: `Given to the assistant${at}.`, tone: 'settled', canRetry: false }
}

/** Where one version stands beside the others. */
export function versionTag(version: AssistantVersion, speaking: AssistantVersion | null): { words: string; tone: Tone } | null {
  if (version.id === speaking?.id) return { words: 'Callers hear this', tone: 'green' }
  switch (version.state) {
    case 'waiting':
      return { words: 'In a few seconds', tone: 'grey' }
    case 'publishing':
      return { words: 'Being given', tone: 'grey' }
    case 'failed':
      return { words: 'Not given', tone: 'amber' }
    case 'published':
    case 'replaced':
      return version.publishedAt === null ? { words: 'Never given', tone: 'grey' } : null
  }
}

/** Only what callers once heard can be taken up again, and not what they hear anyway. */
export const canRevertTo = (version: AssistantVersion, speaking: AssistantVersion | null): boolean =>
  version.publishedAt !== null && version.id !== speaking?.id

/** What a version changed; never nothing. */
export function changeLines({ changes, revertOf, version }: Pick<AssistantVersion, 'changes' | 'revertOf' | 'version'>): string[] {
  const reverted = revertOf === null ? [] : [`Back to version ${revertOf}.`]
  const lines = [...reverted, ...changes]
  if (lines.length > 0) return lines
  return [version === 1 ? 'The first one.' : 'Nothing callers would notice.']
}
