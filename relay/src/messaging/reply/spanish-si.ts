import type { Word } from './words.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// Typed without its accent, "si" before one of these is nearly always "sí": "si ahi estare", "si me sirve", "si confirmo".
const AFTER_YES = set(`
  ahi alli alla aca aqui confirm confirmed gracias thanks claro please voy vamos ire iremos asistire asistiremos estare estaremos llego
  llegare will want lo la los me nos puedo podemos esta estamos perfecto senor senora senorita doctor doctora acepto tomo ok muchas seguro
  sigue mija mijo don dona joven jefa jefe amiga amigo andamos ando manita comadre compadre
  con asi todo adelante correcto cuenten cuente de el a hello por favor yo quiero queremos va sale dale bueno cancel reagendar cambiar
  @time es sigo seguimos cuento listo lista se yes ya maam pero i we am im ill see sure that sounds good great`)
const EMPHASIS_AFTER = set(`
  yes si andale orale simon dale va pos clarin
  yo nosotros ahora eso ahi alli aca aqui el ella dia claro pues vez hora que creo supuesto bueno ok ay hello hola buenas gracias thanks
  por favor please`)
// What follows a condition: "si me cubre el seguro entonces…", "si no llueve les aviso".
const CONSEQUENCES = set(`
  entonces aviso avisare aviseme avisenme avisame avisen llamo llamare cubre cubren cubra cobran llueve mejor cancelled alcanzo tengo hay
  llegan dan da tiene tienen paso ire llego cambian`)

const AFTER_BUT = /^(?:el|la|puedo|podemos|voy|manana|lunes|martes|miercoles|jueves|viernes|sabado)$/
const ABLE = /^(?:puedo|podemos|want|me|se)$/
const ACTING = /^(?:tomo|agarro|acepto|voy|vamos|ire|iremos|estare|will|confirm|cancel|please)$/

/** Unaccented "si" is "yes" or "if"; this settles which, for each one. */
export function settleSi(words: Word[]): Word[] {
  return words.map((word, at) => (word.text === 'si' ? { ...word, text: isYes(words, at) ? 'yes' : 'if' } : word))
}

// "Sí, apártela", "sí, anóteme".
const HOLDING = /^(?:apart|apunt|anot|reserv|agend|guard)[a-z]*(?:me|la|lo)$/
const ASKED_THEN = /^(?:quien|hago|despues|atienden|reciben|importa|esperan|esperarian)$/

function isYes(words: Word[], at: number): boolean {
  const word = words[at]!
  const before = words[at - 1]
  const after = words[at + 1]
  if (!after || after.clause !== word.clause || after.text === 'si') return true
  if (before?.text === 'pero' && AFTER_BUT.test(after.text)) return true
  const opens = !before || before.sentence !== word.sentence || before.clause !== word.clause || EMPHASIS_AFTER.has(before.text)
  if (!opens || !(AFTER_YES.has(after.text) || HOLDING.test(after.text))) return false
  const rest = words.slice(at + 2).filter((one) => one.sentence === word.sentence)
  if (rest.some((one) => CONSEQUENCES.has(one.text))) return false
  // "Si puedo voy" states a condition, "si puedo ir" an answer.
  // "Si me duele después, ¿a quién le hablo?", "si llego a las 4, ¿me atienden?"
  if (/^(?:me|le|llego|llegamos|se)$/.test(after.text) && rest.some((one) => ASKED_THEN.test(one.text))) return false
  return !(ABLE.test(after.text) && rest.some((one) => ACTING.test(one.text)))
}
