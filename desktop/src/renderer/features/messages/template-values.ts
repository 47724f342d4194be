import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { toGsm7 } from '@dentalanswer/shared/domain/gsm7.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { epochMs, type Instant, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { fillTemplate, TEMPLATE_FIELDS, type TemplateField, type TextTemplate } from '@dentalanswer/shared/domain/text-template.ts'

type TemplateFacts = {
  patient: Pick<Patient, 'firstName' | 'language'> | null
  /** The visit that {day} and {time} speak of. */
  visit: Pick<Appointment, 'startsAt'> | null
  practice: { textName: string; phone: string; timeZone: TimeZone }
}

/** The template in the patient's language with what is known filled in; the rest stays in braces for a person to complete. */
export function filledTemplate(template: TextTemplate, facts: TemplateFacts): string {
  const language = facts.patient?.language ?? 'en'
  const { patient, visit, practice } = facts
  const when = visit ? visitWords(visit.startsAt, practice.timeZone, language) : {}
  return fillTemplate(language === 'es' ? template.bodyEs : template.bodyEn, {
    practice: practice.textName,
    phone: practice.phone,
    ...(patient ? { firstName: patient.firstName } : {}),
    ...when,
  })
}

/** Day and time as texts write them, in GSM letters: "Tue, Mar 3" and "2:30 PM", or "mar, 3 de mar". */
export function visitWords(at: Instant, timeZone: TimeZone, language: Patient['language']): { day: string; time: string } {
  const locale = language === 'es' ? 'es-US' : 'en-US'
  const say = (where: string, options: Intl.DateTimeFormatOptions) =>
    toGsm7(new Intl.DateTimeFormat(where, { timeZone, ...options }).format(epochMs(at)))
  return {
    day: say(locale, { weekday: 'short', month: 'short', day: 'numeric' }),
    // As in the texts the machine sends: "p.m." would end the sentence twice.
    time: say('en-US', { hour: 'numeric', minute: '2-digit' }),
  }
}

/** The fields that nothing has filled; such a text must not go. */
export function unfilledFields(text: string): TemplateField[] {
  return TEMPLATE_FIELDS.filter((field) => text.includes(`{${field}}`))
}

const FIELD_WORDS: Record<TemplateField, string> = {
  firstName: 'the first name',
  day: 'the day',
  time: 'the time',
  practice: 'the practice',
  phone: 'the number',
}
export const fieldWords = (fields: TemplateField[]): string => fields.map((one) => FIELD_WORDS[one]).join(' and ')
