import type { Provider } from '@dentalanswer/shared/domain/practice.ts'

/** "Patel" for Doctor Patel, "Kim" for Kim: as short as people call them. */
export function shortProviderName(provider: Pick<Provider, 'name' | 'spokenName'>): string {
  return (provider.spokenName || provider.name).replace(/^(doctora?|dra?\.?)\s+/i, '')
}

/** Names of those who work in one operatory that day: "Patel", "Patel, Kim", "Patel + 2". */
export function shortList(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} + ${names.length - 1}` : names.join(', ')
}
