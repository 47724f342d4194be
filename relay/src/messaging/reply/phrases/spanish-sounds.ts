import { wordsOf } from '../phrase-book.ts'

/** Spanish words people write as they sound: "kiero", "sita", "yegar", "nesesito", "bamos". */
const HEARD = `
  quiero quieren quisiera cita citas necesito llegar llego llegare llegamos llegaremos alla alli aqui acaso ahorita hoy hora horas hablar hasta hacer
  estare estaremos iremos asistir asistire podre podremos puedo podemos poder vamos venir vengo veo vemos nos vemos despues gracias mensaje mensajes
  numero equivocado equivocada sabado jueves viernes miercoles martes lunes manana muela diente hinchada hinchado sangre sangrando cabeza boca cara
  cayo caido conviene convienen
  porque quien cual cuando recibir mandar mandando escribir escribiendo vive conozco volver viaje trabajo trabajar carro favor cambiar mover otra tarde
  temprano enfermo enferma nadie ninguna ningun esta estamos siempre ya llamar llamen llame dejen dejame quiten quitenme borren borrenme moleste hijo
  hija esposo esposa lleve llevar sacar perdon disculpe ocupado ocupada direccion dolor doliendo infeccion entonces bien bueno vale verdad ir`

/** How a word sounds in Latin American Spanish, roughly: no h, b for v, s for z and soft c, k, y for ll. */
const soundOf = (text: string): string =>
  text
    .replace(/ch/g, '1')
    .replace(/h/g, '')
    .replace(/v/g, 'b')
    .replace(/qu(?=[ei])|[qk]|c(?![ei])/g, 'k')
    .replace(/[zx]|c(?=[ei])/g, 's')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/(.)\1+/g, '$1')

const BY_SOUND: ReadonlyMap<string, string> = new Map(wordsOf(HEARD).map((word) => [soundOf(word), word]))
const SHORTEST_HEARD = 3

/** The Spanish word that sounds like this unknown one. */
export function wordHeard(text: string): string | undefined {
  return text.length < SHORTEST_HEARD ? undefined : BY_SOUND.get(soundOf(text))
}

/** What a diminutive may be made of: "mensajitos", "tempranito", "ratito", "tardecito". */
export function undiminished(text: string): string[] {
  const parts = /^([a-z]{3,})it([oa])(s?)$/.exec(text)
  if (!parts) return []
  const [stem, vowel, plural] = [parts[1]!.replace(/c$/, ''), parts[2]!, parts[3]!]
  return [`${stem}${vowel}${plural}`, `${stem}e${plural}`, `${stem}${plural}`, `${stem}${vowel === 'o' ? 'a' : 'o'}${plural}`]
}
