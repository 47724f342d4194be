import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import { shortList, shortProviderName } from './column-names.ts'
import type { DayAxis } from './day-axis.ts'
import type { Span } from './lanes.ts'
import { merged, offHours, type Shade, workSpans } from './work-spans.ts'

/** Where something of the day is: both are known for whatever is booked. */
export type Seated = { providerId: string; operatoryId: string }
export type ColumnPlan = { id: string; kind: 'operatory' | 'provider'; title: string; under: string; providerIds: string[] }
export type Columns = 'operatories' | 'providers'

const byPosition = (a: { position: number; id: string }, b: { position: number; id: string }) =>
  a.position - b.position || (a.id < b.id ? -1 : 1)

/** The columns of one day: every active operatory, or everyone who works that day, and whoever or whatever else has a visit. */
export function planColumns(setup: Setup, axis: DayAxis, columns: Columns, seated: readonly Seated[]): ColumnPlan[] {
  return columns === 'operatories' ? operatoryColumns(setup, seated) : providerColumns(setup, axis, seated)
}

function operatoryColumns(setup: Setup, seated: readonly Seated[]): ColumnPlan[] {
  const providers = new Map<string, Setup['providers'][number]>(setup.providers.map((one) => [one.id, one]))
  const here = Map.groupBy(seated, (one) => one.operatoryId)
  return setup.operatories
    .filter((one) => one.active || here.has(one.id))
    .toSorted(byPosition)
    .map(({ id, name }) => {
      const providerIds = mostFirst((here.get(id) ?? []).map((one) => one.providerId))
      const names = providerIds.flatMap((providerId) => providers.get(providerId) ?? []).map(shortProviderName)
      return { id, kind: 'operatory', title: name, under: shortList(names), providerIds }
    })
}

function providerColumns(setup: Setup, axis: DayAxis, seated: readonly Seated[]): ColumnPlan[] {
  const operatories = new Map<string, string>(setup.operatories.map((one) => [one.id, one.name]))
  const here = Map.groupBy(seated, (one) => one.providerId)
  const active = setup.providers.filter((one) => one.active)
  const atWork = active.filter((one) => workSpans(setup, one.id, axis).length > 0)
  const always = new Set((atWork.length > 0 ? atWork : active).map((one) => one.id))
  return setup.providers
    .filter((one) => always.has(one.id) || here.has(one.id))
    .toSorted(byPosition)
    .map((provider) => {
      const names = mostFirst((here.get(provider.id) ?? []).map((one) => one.operatoryId)).map((id) => operatories.get(id) ?? '')
      return { id: provider.id, kind: 'provider', title: shortProviderName(provider), under: shortList(names), providerIds: [provider.id] }
    })
}

function mostFirst(ids: readonly string[]): string[] {
  return [...Map.groupBy(ids, (id) => id)].toSorted(([, a], [, b]) => b.length - a.length).map(([id]) => id)
}

/** When nobody works in a column: its own people, or anyone who could be there when nobody is booked. */
export function columnShades(setup: Setup, axis: DayAxis, column: ColumnPlan, whole: Span): Shade[] {
  const own = column.providerIds
  const people =
    own.length > 0 ? own : setup.providers.filter((one) => one.active && mayWorkIn(setup, one.id, column.id)).map((one) => one.id)
  return offHours(merged(people.flatMap((id) => workSpans(setup, id, axis))), whole)
}

function mayWorkIn(setup: Setup, providerId: string, operatoryId: string): boolean {
  return setup.appointmentTypes.some(
    (type) =>
      type.active && type.operatoryIds.some((id) => id === operatoryId) && type.providers.some((one) => one.providerId === providerId),
  )
}
