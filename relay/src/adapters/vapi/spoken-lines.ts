import type { AssistantLanguage } from '@dentalanswer/shared/domain/assistant.ts'

// Lines the voice service says by itself, without the model.
const LINES = {
  stillLooking: { en: 'Still checking, thank you for waiting.', es: 'Sigo buscando, gracias por esperar.' },
  areYouThere: { en: 'Are you still there?', es: '¿Sigue ahí?' },
  goodbye: {
    en: 'I cannot hear you, so I will let you go. Please call back any time.',
    es: 'No le escucho, así que voy a colgar. Llame de nuevo cuando quiera.',
  },
} satisfies Record<string, Record<AssistantLanguage, string>>

/** A line for places that take one text: in the language callers are greeted in. */
export const lineIn = (line: keyof typeof LINES, [first = 'en']: AssistantLanguage[]): string => LINES[line][first]

/** A line for places that take one text per language. */
export const contentsIn = (line: keyof typeof LINES, languages: AssistantLanguage[]) =>
  languages.map((language) => ({ type: 'text' as const, text: LINES[line][language], language }))
