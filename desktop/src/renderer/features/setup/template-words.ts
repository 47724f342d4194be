import { isGsm7, segmentsOf } from '@dentalanswer/shared/domain/gsm7.ts'
import { fillTemplate, TEMPLATE_FIELDS, type TemplateField } from '@dentalanswer/shared/domain/text-template.ts'

// Carriers read each of these, sent alone, as "no more texts" (Twilio's default keywords).
const WORD = '(?:stop(?:all)?|unsubscribe|end|quit|revoke|opt ?-?out|cancel)'
const ASK = '(?:reply|respond|answer|text|send|type|write|responda|conteste|env[ií]e|escriba|mande|ponga)'
const LIFT = String.raw`\s*(?:to|for|para)\s+(?:opt[ -]?out|stop (?:texts|messages|receiving)|unsubscribe|end (?:texts|messages)|no recibir|dejar de recibir|no m[aá]s)`
const ASKED = new RegExp(String.raw`\b${ASK}\s+(?:back\s+)?(?:with\s+|con\s+|by\s+)?["'“‘]?${WORD}\b["'”’]?(?!${LIFT})`, 'iu')
const IN_CAPITALS = new RegExp(
  String.raw`\b(?:STOP(?:ALL)?|UNSUBSCRIBE|END|QUIT|REVOKE|OPT ?-?OUT|CANCEL)\b["'”’]?(?=\s+(?:to|para)\s)(?!${LIFT})`,
  'u',
)

/** Why a text would make patients switch texts off when they only want to change a visit; null when it does not. */
export function optOutTrap(body: string): string | null {
  const found = ASKED.exec(body) ?? IN_CAPITALS.exec(body)
  if (!found) return null
  return 'This asks for a word that carriers take as “no more texts”. Ask for C, R or a call instead.'
}

/** Names in braces that nothing fills in, such as `{name}`. */
export function unknownFields(body: string): string[] {
  const known = new Set<string>(TEMPLATE_FIELDS)
  return [...body.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter((name, at, all) => !known.has(name) && all.indexOf(name) === at)
}

type Preview = { text: string; segments: number; isPlain: boolean }

/** A template as a patient would read it, and what it costs. One character outside the plain alphabet makes the whole text dearer. */
export function previewOf(body: string, values: Partial<Record<TemplateField, string>>): Preview {
  const text = fillTemplate(body, values)
  return { text, segments: segmentsOf(text), isPlain: isGsm7(text) }
}

export function costWords({ text, segments, isPlain }: Preview): string {
  const parts = `${text.length} characters, ${segments === 1 ? '1 segment' : `${segments} segments`}`
  return isPlain ? parts : `${parts}. It has letters outside the plain alphabet, which makes it longer to send.`
}
