import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { CallbackId, LeadId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { doCommand } from '../../live/run-command.ts'
import { whoIsHere } from '../../live/session.ts'
import { type FollowUp, isCallback } from './follow-up.ts'

const titleOf = (one: FollowUp) => `${isCallback(one) ? 'Callback' : 'Follow-up'} for ${one.who}`

export function take(one: FollowUp) {
  const label = `${titleOf(one)}: take it`
  return isCallback(one)
    ? doCommand('callback.change', { callbackId: one.id as CallbackId, owner: whoIsHere() }, label, 'Yours now.')
    : doCommand('lead.change', { leadId: one.id as LeadId, owner: whoIsHere() }, label, 'Yours now.')
}

export function putOff(one: FollowUp, until: Instant, words: string) {
  const label = `${titleOf(one)}: later, ${words.toLowerCase()}`
  const done = `${isCallback(one) ? 'Due' : 'Back'} ${words.toLowerCase()}.`
  return isCallback(one)
    ? doCommand('callback.change', { callbackId: one.id as CallbackId, dueAt: until }, label, done)
    : doCommand('lead.change', { leadId: one.id as LeadId, snoozedUntil: until }, label, done)
}

/** They were not reached: the attempt is written down, and it comes back at `until`. */
export function tryAgain(one: FollowUp, until: Instant, attempt: string) {
  const label = `${titleOf(one)}: ${attempt}`.slice(0, 200)
  return isCallback(one)
    ? doCommand('callback.change', { callbackId: one.id as CallbackId, dueAt: until, attempt }, label, 'Written down. Due in 2 h.')
    : doCommand('lead.change', { leadId: one.id as LeadId, snoozedUntil: until, attempt }, label, 'Written down. Back in 2 h.')
}

export function finish(one: FollowUp, outcome: string) {
  const label = `${titleOf(one)}: ${outcome}`.slice(0, 200)
  return isCallback(one)
    ? doCommand('callback.close', { callbackId: one.id as CallbackId, outcome }, label, `Done: ${outcome}`)
    : doCommand('lead.close', { leadId: one.id as LeadId, outcome }, label, `Done: ${outcome}`)
}

export const writeDown = (input: DeskInput<'callback.create'>, who: string) =>
  doCommand('callback.create', input, `Callback for ${who}`.slice(0, 200), 'Written down.')
