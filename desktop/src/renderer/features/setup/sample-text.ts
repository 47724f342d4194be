import { segmentsOf, toGsm7 } from '@dentalanswer/shared/domain/gsm7.ts'

/** A confirmation as patients get it, for the name and the number being typed. The relay leaves parts out when it would not fit one
 *  segment, in this order. */
export function sampleText(textName: string, phone: string, when: string): { text: string; segments: number } {
  const from = toGsm7(textName)
  const start = `${from ? `${from}: ` : ''}Ana, your visit is ${when}.`
  const ask = 'Reply C to confirm or R to reschedule.'
  const wordings = [`${start} ${ask} Questions? ${phone}. STOP to opt out.`, `${start} ${ask} Questions? ${phone}.`].map(toGsm7)
  const text = wordings.find((one) => segmentsOf(one) === 1) ?? wordings.at(-1)!
  return { text, segments: segmentsOf(text) }
}
