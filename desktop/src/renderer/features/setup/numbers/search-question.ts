import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { WizardDraft } from './wizard-store.ts'

export type SearchDraft = NonNullable<WizardDraft['search']>

/** Where a practice looks first: the area code of its own number. */
export function firstSearch(practiceNumber: PhoneNumber): SearchDraft {
  const areaCode = /^\+1([2-9]\d\d)\d{7}$/.exec(practiceNumber)?.[1] ?? ''
  return { kind: 'local', areaCode, city: '', region: '', contains: '' }
}

type Question = { input: DeskInput<'numbers.search'>; problem: null } | { input: null; problem: string }

/** What is asked of the carrier service, or what is wrong with what was typed. */
export function searchQuestion({ kind, areaCode, city, region, contains }: SearchDraft): Question {
  const wrong = (problem: string): Question => ({ input: null, problem })
  const typed = { areaCode: areaCode.trim(), city: city.trim(), region: region.trim(), contains: contains.replaceAll(/[\s()-]/g, '') }
  if (typed.contains !== '' && !/^[0-9A-Za-z*]{2,10}$/.test(typed.contains)) return wrong('In the number: 2 to 10 digits or letters.')
  const digits = typed.contains === '' ? {} : { contains: typed.contains }
  if (kind === 'toll_free') return { input: { kind, ...digits }, problem: null }
  if (typed.areaCode !== '' && !/^[2-9]\d\d$/.test(typed.areaCode)) return wrong('Area code: three digits, like 512.')
  if (typed.region !== '' && !/^[A-Za-z]{2}$/.test(typed.region)) return wrong('State: two letters, like TX.')
  if (typed.areaCode === '' && typed.city === '' && typed.contains === '') return wrong('Write an area code, a city, or digits.')
  const input: DeskInput<'numbers.search'> = {
    kind,
    ...digits,
    ...(typed.areaCode ? { areaCode: typed.areaCode } : {}),
    ...(typed.city ? { locality: typed.city } : {}),
    ...(typed.region ? { region: typed.region.toUpperCase() } : {}),
  }
  return { input, problem: null }
}
