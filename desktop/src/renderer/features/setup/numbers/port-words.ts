import { NumberPort } from '@dentalanswer/shared/domain/onboarding.ts'
import { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { checkForm, type Problems } from '../../../ui/plain-problems.ts'
import type { PortDraft } from './wizard-store.ts'

/** Where bringing a number over stands; staff write it down as the carriers tell. */
export const PORT_STATES: Record<NumberPort['state'], string> = {
  gathering: 'Papers are being gathered',
  submitted: 'Sent to the carriers',
  accepted: 'Accepted',
  scheduled: 'A day is set',
  completed: 'The number is here',
  rejected: 'Refused by the old carrier',
}

/** What to do in each state. */
export const PORT_ADVICE: Record<NumberPort['state'], string> = {
  gathering: 'Send the bill and the PIN to the operator, who asks for the number.',
  submitted: 'The old carrier answers within a few days.',
  accepted: 'The day comes next. Keep paying the old carrier.',
  scheduled: 'On that day calls may drop for a few minutes. Keep paying the old carrier until then.',
  completed: 'The set-up begins by itself as soon as this is saved. Then the old carrier can be told.',
  rejected: 'Write down why in the notes, put it right with the old carrier, and send it again.',
}

/** What is typed about bringing a number over as the relay takes it. */
export function readPort(
  draft: PortDraft,
  state: NumberPort['state'],
): { port: NumberPort; problems: null } | { port: null; problems: Problems } {
  const { dueOn, carrier, accountName, accountNumber, serviceAddress, note } = draft
  if (dueOn !== '' && !LocalDate.safeParse(dueOn).success) return { port: null, problems: { dueOn: 'A day like 2026-12-01' } }
  const read = checkForm(NumberPort, {
    carrier,
    accountName,
    accountNumber,
    serviceAddress,
    note,
    state,
    dueOn: dueOn === '' ? null : dueOn,
  })
  return read.problems ? { port: null, problems: read.problems } : { port: read.value, problems: null }
}
