import { isDeepStrictEqual } from 'node:util'
import type { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { AssistantSpec } from '../ports/assistant-host.ts'
import { AssistantPlan, assistantPlanOf } from './assistant-plan.ts'
import { assistantSpecOf } from './assistant-spec.ts'

/** What one version of the assistant knows, and the words made of it. Both are kept: the words of an old version stay as they were given
 *  when a later release of the relay would word them differently. */
export type Told = { plan: AssistantPlan; spec: AssistantSpec }

/** What the assistant is to be told by the set-up as it is. */
export function toldFrom(setup: Setup): Told {
  return toldOf(assistantPlanOf(setup))
}

export function toldOf(plan: AssistantPlan): Told {
  return { plan, spec: assistantSpecOf(plan) }
}

export function writeTold(told: Told): string {
  return JSON.stringify(told)
}

/** The cast is safe: the words were made by `assistantSpecOf` and only ever written here. */
export function readTold(text: string): Told {
  const { plan, spec } = JSON.parse(text) as { plan: unknown; spec: AssistantSpec }
  return { plan: AssistantPlan.parse(plan), spec }
}

export function isSameTold(one: Told, other: Told): boolean {
  return isDeepStrictEqual(one, other)
}
