import type { AssistantPlan } from '../assistant-plan.ts'

/** What is only urgent rings no alarm: at night that would wake whoever is on call for a toothache. */
export function emergencies(plan: AssistantPlan): string {
  const hasUrgentVisit = plan.bookedAtOnce.some((type) => type.isEmergency)
  return [
    '# Emergencies come before everything else',
    '- Trouble breathing or swallowing, or bleeding that does not stop: first say "Please hang up and call nine one one now." Then call report_emergency.',
    '- Swelling of the face or neck, fever with swelling, a knocked-out tooth, a blow to the head or jaw: call report_emergency at once, with the words of the caller. Ask nothing before that, not even the name.',
    '- Say what report_emergency answers, word for word.',
    `- ${afterwards(plan)}`,
    `- Pain, a broken tooth or a lost filling without any of these: ${hasUrgentVisit ? 'offer the first open emergency visit' : 'use request_callback'}. Never say that it can wait.`,
  ].join('\n')
}

function afterwards({ assistant, transferNumber, hasOnCall }: AssistantPlan): string {
  if (assistant.putEmergenciesThrough && transferNumber !== null)
    return 'Then put the caller through, also when the practice is closed. If nobody answers, offer a call back.'
  const closed = hasOnCall
    ? ''
    : ' When the practice is closed, say that nobody may see it before it opens, and that the emergency room is open.'
  return `Then ask for the name, and say that someone calls back.${closed}`
}
