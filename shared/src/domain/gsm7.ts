// The GSM 7-bit alphabet (3GPP TS 23.038): one text of 160, or parts of 153. Anything else makes the whole text UCS-2: 70, or parts of 67.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENDED = new Set('[]{}\\~^|€\f')
const LOOK_ALIKES: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  // Letters of names that no accent can be taken off from.
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  Œ: 'OE',
  œ: 'oe',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
}

/** Spells a text in GSM-7: look-alikes are swapped, accents the alphabet lacks are dropped, and what is left over vanishes. */
export function toGsm7(text: string): string {
  let out = ''
  for (const char of text.normalize('NFC')) {
    const swapped = LOOK_ALIKES[char] ?? char
    if (isGsm7(swapped)) out += swapped
    else for (const part of char.normalize('NFKD')) if (isGsm7(part)) out += part
  }
  return out.replace(/ {2,}/g, ' ').trim()
}

export function isGsm7(text: string): boolean {
  for (const char of text) if (!BASIC.has(char) && !EXTENDED.has(char)) return false
  return true
}

/** How many parts a text is sent and billed as. */
export function segmentsOf(text: string): number {
  if (isGsm7(text)) {
    let units = 0
    for (const char of text) units += EXTENDED.has(char) ? 2 : 1
    return units <= 160 ? 1 : Math.ceil(units / 153)
  }
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
}
