import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { RegistrationStage, TextRegistration } from '@dentalanswer/shared/domain/registration.ts'
import { registrationKindOf, standingOf, type TextStanding } from '@dentalanswer/shared/domain/registration-words.ts'
import type { SetupView } from '../../../../ipc/views.ts'

/** One thing to register: all ordinary numbers of the practice, or one toll-free number. */
export type Registering = {
  key: string
  kind: TextRegistration['kind']
  phoneNumberId: PhoneNumberId | null
  saved: TextRegistration | null
  /** The details it begins with: its own, else those of the ordinary numbers, because a practice is one and the same. */
  known: TextRegistration | null
  /** The numbers it lets text, the main one first. */
  numbers: PracticePhone[]
  standing: TextStanding
  stages: RegistrationStage[]
}

const STAGES = { '10dlc': ['details', 'profile', 'brand', 'campaign', 'linked'], toll_free: ['details', 'verification'] } as const

/** All there is to register, ordinary numbers first. They are named even before there is one, because registering takes longest. */
export function registeringsOf({ phoneNumbers, textRegistrations }: Pick<SetupView, 'phoneNumbers' | 'textRegistrations'>): Registering[] {
  const used = phoneNumbers.filter((one) => one.status !== 'released').toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
  const tollFree = used.filter((one) => registrationKindOf(one.phoneNumber) === 'toll_free')
  const ordinary = used.filter((one) => !tollFree.includes(one))
  const make = (kind: Registering['kind'], phoneNumberId: PhoneNumberId | null, numbers: PracticePhone[]): Registering => {
    const saved = textRegistrations.find((one) => one.kind === kind && one.phoneNumberId === phoneNumberId) ?? null
    const known = saved ?? textRegistrations.find((one) => one.kind === '10dlc') ?? null
    return {
      ...{ key: phoneNumberId ?? kind, kind, phoneNumberId, saved, known, numbers },
      standing: standingOf(saved, leastReady(numbers)),
      stages: saved?.stages ?? STAGES[kind].map((name) => ({ name, state: 'todo', problem: null, at: null })),
    }
  }
  const all = tollFree.map((one) => make('toll_free', one.id, [one]))
  const isOnlyTollFree = all.length > 0 && ordinary.length === 0 && !textRegistrations.some((one) => one.kind === '10dlc')
  return isOnlyTollFree ? all : [make('10dlc', null, ordinary), ...all]
}

/** What waits decides how the whole stands. */
const leastReady = (numbers: PracticePhone[]): PracticePhone | null => numbers.find((one) => one.texting !== 'ready') ?? numbers[0] ?? null

const NAMED_MISSING = 2

/** Whether it can be sent now; `missing` names what carriers still need; when not, why. Null: there is nothing to send at the moment. */
export function whyNotSent(
  { stages }: Pick<Registering, 'stages'>,
  now: { missing: string[]; isTyped: boolean; isLive: boolean; isSaved: boolean },
): { words: string | null } | null {
  const isToSend = stages[0]?.state !== 'done' || stages.some((one) => one.state === 'failed' && one.name !== 'profile')
  if (!isToSend) return null
  if (!now.isLive) return { words: 'It can be sent only while this desk is connected.' }
  const { length } = now.missing
  if (length > NAMED_MISSING) return { words: `${length} details are still needed before it can be sent.` }
  if (length > 0) return { words: `Still needed before it can be sent: ${now.missing.join(', ')}.` }
  if (now.isTyped || !now.isSaved) return { words: 'Save first, then send it.' }
  return { words: null }
}

export const STAGE_WORDS: Record<RegistrationStage['name'], { name: string; usual: string }> = {
  details: { name: 'Details sent', usual: 'you' },
  profile: { name: 'Business profile made', usual: 'the operator' },
  brand: { name: 'Practice checked', usual: 'carriers, minutes to 5 days' },
  campaign: { name: 'Texts checked', usual: 'carriers, 10 to 15 business days' },
  linked: { name: 'Numbers switched on', usual: 'carriers, about an hour' },
  verification: { name: 'Toll-free number checked', usual: 'carriers, 3 to 5 business days' },
}
