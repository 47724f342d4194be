import type { AppointmentType, Provider } from '@dentalanswer/shared/domain/practice.ts'
import { matchProviders } from '../match-words.ts'
import { speakList } from '../speak.ts'
import { arg, type Voice } from '../voice-tool.ts'
import type { Ask } from './person-given.ts'

/** The provider the caller wants, null for no preference, or the question to ask when nobody here is meant or does such visits. */
export function providerAsked({ setup, args }: Voice, type: AppointmentType): { provider: Provider | null } | Ask {
  const said = arg(args, ['provider', 'doctor', 'providerName', 'dentist', 'hygienist'], 100)
  const meant = matchProviders(setup, said)
  if (meant === 'anyone') return { provider: null }
  if (meant.length === 0)
    return { ask: 'I do not see that provider here. Would someone else be fine, or shall I have someone from the practice call you back?' }
  if (meant.length > 1) return { ask: `Do you mean ${speakList(meant.map((one) => one.spokenName))}?` }
  const [provider] = meant as [Provider]
  const doing = type.providers.map((one) => one.providerId)
  if (doing.includes(provider.id)) return { provider }
  const others = setup.providers.filter((one) => one.active && doing.includes(one.id)).map((one) => one.spokenName)
  return {
    ask: `${provider.spokenName} does not do that kind of visit. Would ${speakList(others.slice(0, 3)) || 'someone else'} be fine instead?`,
  }
}
