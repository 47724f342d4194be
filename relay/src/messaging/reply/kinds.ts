import type { Word } from './words.ts'

/** Words that stand for each other in phrases. */
export const KINDS = {
  visit: `appointment appointments visit visits cleaning cleanings checkup exam examination consult consultation slot spot procedure surgery session
    cita citas limpieza visita consulta turno followup filling crown rootcanal extraction xray booking reservation tratamiento revision chequeo`,
  text: 'text texts message messages reminder reminders notification notifications alert alerts recordatorio recordatorios texting messaging',
  me: 'me us my mine myself number phone cell family name',
  kin: `husband wife son daughter kid kids child children mom mother dad father brother sister baby boy girl grandson granddaughter grandma
    grandpa niece nephew partner spouse boyfriend girlfriend esposo esposa hijo hija hijos hijas mama papa hermano hermana nino nina nieto
    nieta abuela abuelo marido mujer bebe suegra twins sons daughters grandkids boss`,
  come: 'come go attend ir venir asistir acudir llegar estar presentarme presentarnos pasar show',
  my: 'my the this our that mi la nuestra esta esa este ese su mis todays tomorrows next',
  i: 'i we yo nosotros',
  you: 'you someone somebody anyone yall usted ustedes they',
  wh: 'what when where who how why which que cuando donde quien como cual cuanto cuanta cuantos',
  aux: 'is are was were do does did can could will would should may has have',
  good: `good great perfect fine ok awesome wonderful lovely excellent ideal cool amazing fantastic super best alright terrific beautiful bueno
    perfecto perfecta excelente genial bien fabuloso estupendo`,
  place: 'schedule calendar books book agenda calendario',
  list: 'list lista',
  offlist: 'distribution mailing texting contact contacts system database',
  soon: 'soon then there tomorrow today tonight pronto luego entonces manana hoy soonish shortly',
} satisfies Record<string, string>

const KINDS_OF = new Map<string, string[]>()
for (const [kind, words] of Object.entries(KINDS)) {
  for (const word of words.split(/\s+/)) KINDS_OF.set(word, [...(KINDS_OF.get(word) ?? []), `<${kind}>`])
}
const NUMBER = ['<n>']
const NONE: readonly string[] = []

export function kindsOf(word: Word): readonly string[] {
  return KINDS_OF.get(word.text) ?? (/^\d+$/.test(word.text) ? NUMBER : NONE)
}
