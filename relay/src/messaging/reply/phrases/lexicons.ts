import { ABOUT_TEXTS } from './about-texts.ts'
import { ENGLISH_ANSWERS } from './english-answers.ts'
import { ENGLISH_QUESTIONS } from './english-questions.ts'
import { ENGLISH_REFUSALS } from './english-refusals.ts'
import { ENGLISH_TALK } from './english-talk.ts'
import { ENGLISH_TIMES } from './english-times.ts'
import type { Lexicon } from './meanings.ts'
import { SPANISH_ANSWERS } from './spanish-answers.ts'
import { SPANISH_TALK } from './spanish-talk.ts'

/** All phrases. Where two lists know one phrase, the first list counts. */
export const LEXICONS: readonly Lexicon[] = [
  ABOUT_TEXTS,
  ENGLISH_ANSWERS,
  ENGLISH_REFUSALS,
  ENGLISH_TIMES,
  ENGLISH_QUESTIONS,
  ENGLISH_TALK,
  SPANISH_ANSWERS,
  SPANISH_TALK,
]
