const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const GSM_EXTENDED = new Set('^{}\\[~]|€\f')

/** How many parts a text is sent and billed in: 160/153 GSM-7 units, or 70/67 UTF-16 units once one character needs UCS-2. */
export function countSegments(body: string): number {
  let units = 0
  for (const character of body) {
    if (GSM_BASIC.has(character)) units += 1
    else if (GSM_EXTENDED.has(character)) units += 2
    else return parts(body.length, 70, 67)
  }
  return parts(units, 160, 153)
}

const parts = (units: number, single: number, each: number) => (units <= single ? 1 : Math.ceil(units / each))
