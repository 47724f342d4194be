import { typeLimits } from '@dentalanswer/shared/domain/assistant-words.ts'
import { formatPhone } from '@dentalanswer/shared/domain/phone.ts'
import { fold } from '@dentalanswer/shared/domain/text.ts'
import type { AssistantPlan, PlannedType } from '../assistant-plan.ts'
import { weekLines } from './spoken-words.ts'

export function practiceFacts(plan: AssistantPlan): string {
  const people = plan.providers.map(({ spokenName, role }) => `${spokenName} (${role})`)
  return [
    '# The practice',
    `- ${plan.practiceName}, phone ${formatPhone(plan.phoneNumber, plan.country)}.`,
    `- Usual hours. ${weekLines(plan.hours).join('. ')}. On holidays they differ: what is open on a certain day, only check_availability knows.`,
    ...(people.length > 0 ? [`- People: ${people.join(', ')}.`] : []),
    plan.takesNewPatients ? '- New patients are welcome.' : '- No new patients at the moment: offer them a call back.',
  ].join('\n')
}

export function visits({ bookedAtOnce, leftToStaff }: AssistantPlan): string {
  const byStaff = leftToStaff.map((type) => `${type.name}${typeLimits(type)}`)
  return [
    '# Kinds of visits',
    ...(bookedAtOnce.length > 0 ? ['You book these:', ...bookedAtOnce.map(typeLine)] : ['You book no visit yourself.']),
    ...(byStaff.length > 0
      ? [`Staff decide about: ${byStaff.join(', ')}. For these, and for a visit that is not listed, use request_callback with the wish.`]
      : ['For a visit that is not listed use request_callback with the wish.']),
  ].join('\n')
}

const MOST_OTHER_WORDS = 4

function typeLine(type: PlannedType): string {
  const words = type.spokenNames.filter((one) => fold(one) !== fold(type.name)).slice(0, MOST_OTHER_WORDS)
  const also = words.length > 0 ? `, also called ${words.join(', ')}` : ''
  const who = type.providers.length > 0 ? `, with ${type.providers.join(' or ')}` : ''
  return `- ${type.name}${typeLimits(type)}: about ${type.durationMinutes} minutes${who}${also}${type.isEmergency ? '; for pain and emergencies' : ''}`
}
