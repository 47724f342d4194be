import type { EntityKind, EntityOf } from '@dentalanswer/shared/contract/events.ts'
import { type EntityTable, entityTable } from './entity-table.ts'
import * as numbers from './number-tables.ts'
import * as columns from './tables.ts'

/** Entities that are one row with an `id`. The others (patients with their numbers, hours, turns, opt-outs, threads) have their own files. */
export type RowKind = Exclude<
  EntityKind,
  'practice' | 'hours' | 'patients' | 'callTurns' | 'optOuts' | 'threads' | 'devices' | 'assistantVersions'
>

export const entityTables: { [K in RowKind]: EntityTable<EntityOf<K>> } = {
  providers: entityTable('providers', columns.providerColumns),
  operatories: entityTable('operatories', columns.operatoryColumns),
  appointmentTypes: entityTable('appointment_types', columns.appointmentTypeColumns),
  closures: entityTable('closures', columns.closureColumns),
  phoneNumbers: entityTable('phone_numbers', numbers.phoneNumberColumns),
  appointments: entityTable('appointments', columns.appointmentColumns),
  openings: entityTable('openings', columns.openingColumns),
  messages: entityTable('messages', columns.messageColumns),
  calls: entityTable('calls', columns.callColumns),
  leads: entityTable('leads', columns.leadColumns),
  callbacks: entityTable('callbacks', columns.callbackColumns),
  alarms: entityTable('alarms', columns.alarmColumns),
  changes: entityTable('changes', columns.changeColumns),
  onboardingRuns: entityTable('onboarding_runs', numbers.onboardingRunColumns),
  textRegistrations: entityTable('text_registrations', numbers.textRegistrationColumns),
}
