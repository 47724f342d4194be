import { z } from 'zod'

/** One line of text typed or spoken by a person. Trimmed; line breaks and tabs become spaces. NUL and lone surrogates are
 *  refused because one of the two stores cannot keep them. */
export function line(max: number, min = 0) {
  return z
    .string()
    .max(max * 4)
    .refine(isStorable, 'contains characters that cannot be stored')
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(min).max(max))
}

/** Text of several lines, as typed. */
export function paragraph(max: number, min = 0) {
  return z
    .string()
    .max(max)
    .refine(isStorable, 'contains characters that cannot be stored')
    .transform((text) => text.trim())
    .pipe(z.string().min(min))
}

export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/** Lower case without accents or punctuation, for comparing and searching names: "José O'Neil-Díaz" → "jose oneil diaz". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|['’.]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
