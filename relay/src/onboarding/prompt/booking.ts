import { durationWords } from '@dentalanswer/shared/domain/assistant-words.ts'
import type { AssistantPlan } from '../assistant-plan.ts'

export function booking({ bookedAtOnce, minimumNoticeMinutes, takesNewPatients }: AssistantPlan): string {
  if (bookedAtOnce.length === 0) return '# Booking\n- Ask what it is for and which times suit, and pass both on with request_callback.'
  return [
    '# Booking',
    '1. Ask what the visit is for, whether the person has been here before, and which days suit.',
    '2. Call check_availability before you name any time, and offer only what it says.',
    `3. Ask whom the visit is for: first and last name, date of birth. Callers often book for a child or a partner, so never take the caller for the patient.${takesNewPatients ? ' Have a new patient spell the last name.' : ''}`,
    '4. Repeat name, weekday, date and time once. After a clear yes call book_appointment, once per person, and say what it answers.',
    ...(minimumNoticeMinutes > 0 ? [`- Nothing sooner than ${durationWords(minimumNoticeMinutes)} from now.`] : []),
    '- The number they call from is known; ask for one only when a tool asks. Ask nothing twice.',
  ].join('\n')
}

export function ownVisits(): string {
  return [
    '# Visits they have already',
    '- Ask whose visit it is: first name, last name and date of birth. Before a tool has matched them, tell and change nothing. When nothing is found, say just what the tool says, never whether somebody is a patient here.',
    '- Use find_appointments to say when it is, confirm_appointment, move_appointment (after check_availability) and cancel_appointment. Before you cancel or move, repeat which visit and ask for a yes. One who cancels is offered another time.',
  ].join('\n')
}
