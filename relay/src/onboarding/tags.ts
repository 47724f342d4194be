import { PhoneNumberId, type PracticeId } from '@dentalanswer/shared/domain/ids.ts'

const PREFIX = 'da:'

/** Marks what is ours at a vendor, so that it is found again after a crash and by the operator's audit. 39 characters: a voice service
 *  allows 40. Holds no name and no number. */
export const tagOfNumber = (id: PhoneNumberId): string => `${PREFIX}${id}`
/** The messaging service is one per practice. */
export const tagOfPractice = (id: PracticeId): string => `${PREFIX}${id}`

/** The id in one of our tags; null for what somebody else named. */
export function idOfTag(tag: string): string | null {
  return tag.startsWith(PREFIX) && PhoneNumberId.safeParse(tag.slice(PREFIX.length)).success ? tag.slice(PREFIX.length) : null
}
