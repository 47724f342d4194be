import { z } from 'zod'
import { line, paragraph } from './text.ts'

/** What a template may name in braces, as in `{firstName}`: the patient's first name, the visit's day and time in the patient's
 *  language, what texts call the practice, and the number patients are told to call. */
export const TEMPLATE_FIELDS = ['firstName', 'day', 'time', 'practice', 'phone'] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** A text staff often send, in both languages. */
export const TextTemplate = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'letters, digits and dashes only'),
  name: line(60, 1),
  bodyEn: paragraph(600, 1),
  bodyEs: paragraph(600, 1),
})
export type TextTemplate = z.infer<typeof TextTemplate>

const hasOwnIds = (templates: TextTemplate[]) => new Set(templates.map((one) => one.id)).size === templates.length
export const TextTemplates = z.array(TextTemplate).max(60).refine(hasOwnIds, 'two templates have the same id')

/** The text with its fields filled in. A field without a value stays as written, for a person to see and complete. */
export function fillTemplate(body: string, values: Partial<Record<TemplateField, string>>): string {
  return body.replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name as TemplateField] ?? written) : written,
  )
}

/** What a new practice starts with. */
export const FIRST_TEMPLATES: TextTemplate[] = [
  {
    id: 'running-late',
    name: 'Running late: thank you',
    bodyEn:
      '{practice}: thanks for letting us know, {firstName}. We will still see you today. If you are more than 15 minutes away, call {phone}.',
    bodyEs: '{practice}: gracias por avisar, {firstName}. Le atendemos hoy. Si tarda mas de 15 minutos, llame al {phone}.',
  },
  {
    id: 'please-call',
    name: 'Please call us',
    bodyEn: '{practice}: {firstName}, please call us at {phone} when you have a moment.',
    bodyEs: '{practice}: {firstName}, por favor llame al {phone} cuando pueda.',
  },
  {
    id: 'directions',
    name: 'Directions and parking',
    bodyEn: '{practice}: parking is free behind the building. If you cannot find us, call {phone}.',
    bodyEs: '{practice}: el estacionamiento es gratis, detras del edificio. Si no nos encuentra, llame al {phone}.',
  },
  {
    id: 'insurance-card',
    name: 'Bring the insurance card',
    bodyEn: '{practice}: {firstName}, please bring your insurance card and a photo ID on {day} at {time}.',
    bodyEs: '{practice}: {firstName}, por favor traiga su tarjeta del seguro y una identificacion el {day} a las {time}.',
  },
  {
    id: 'after-visit',
    name: 'How are you after the visit?',
    bodyEn: '{practice}: {firstName}, how are you feeling after your visit? Answer here or call {phone}.',
    bodyEs: '{practice}: {firstName}, como se siente despues de su cita? Responda aqui o llame al {phone}.',
  },
  {
    id: 'rebook',
    name: 'Find a new time',
    bodyEn: '{practice}: {firstName}, we would like to find you a new time. Which days suit you? Or call {phone}.',
    bodyEs: '{practice}: {firstName}, queremos buscarle otra hora. Que dias le convienen? O llame al {phone}.',
  },
]
