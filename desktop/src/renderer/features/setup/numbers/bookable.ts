import type { AppointmentType, Setup } from '@dentalanswer/shared/domain/practice.ts'

export type TypeAtOnce = {
  type: AppointmentType
  isAtOnce: boolean
  /** Why nobody can have it by phone, whatever the switch says. */
  lack: string | null
}

type Ground = Pick<Setup, 'appointmentTypes' | 'providers' | 'operatories' | 'hours'>

/** The types in use: which the assistant books at once, which it leaves to staff, and what keeps one from being booked at all. */
export function typesAtOnce(setup: Ground): TypeAtOnce[] {
  const working = new Set(setup.hours.filter((one) => one.shifts.length > 0).map((one) => one.providerId))
  const providers = new Set(setup.providers.filter((one) => one.active).map((one) => one.id))
  const operatories = new Set(setup.operatories.filter((one) => one.active).map((one) => one.id))
  const lackOf = (type: AppointmentType): string | null => {
    const who = type.providers.filter((one) => providers.has(one.providerId))
    if (who.length === 0) return 'Nobody who works here does it'
    if (!who.some((one) => working.has(one.providerId))) return 'Nobody who does it has hours'
    return type.operatoryIds.some((id) => operatories.has(id)) ? null : 'No operatory for it'
  }
  return setup.appointmentTypes
    .filter((one) => one.active)
    .toSorted((a, b) => a.position - b.position)
    .map((type) => ({ type, isAtOnce: type.bookableByVoice, lack: lackOf(type) }))
}

/** What would make a caller's visit to the number pointless, in plain words. */
export function warningsOf(setup: Ground): string[] {
  const types = typesAtOnce(setup)
  const hasHours = setup.hours.some((one) => one.shifts.length > 0)
  if (!hasHours) return ['Nobody has hours yet, so there is no time to offer. Callers can only leave a message.']
  if (types.length === 0) return ['There is no appointment type yet, so nothing can be booked.']
  if (!types.some((one) => one.isAtOnce && one.lack === null))
    return ['Nothing is booked at once: every caller is told that staff will phone back.']
  return types.filter((one) => one.isAtOnce && one.lack).map((one) => `${one.type.name} cannot be booked: ${one.lack?.toLowerCase()}.`)
}
