import { COURTESY, doubtIn, isContrasted, isOnly, namesOtherTime, says } from './certainty.ts'
import { type Evidence, wordsFor } from './evidence.ts'
import type { Chunk } from './lexicon.ts'
import type { Meaning } from './meanings.ts'
import type { Intent, Reading, ReplyContext } from './reading.ts'

type Sense = Meaning | 'time'

const COMING: readonly Sense[] = ['confirm', 'coming', 'keep', 'take']
const PLAIN_YES: readonly Sense[] = ['yes', 'ok', 'letter-c', 'all-set']
const STAYING_AWAY: readonly Sense[] = ['cancel', 'not-coming', 'letter-x']
const PLAIN_NO: readonly Sense[] = ['no', 'pass', 'letter-n']
const MOST_UNKNOWN = 7

/** Reads an answer to "please confirm your visit". */
export function answerAppointment(evidence: Evidence, _context: ReplyContext): Reading {
  const answers = answersOf(evidence)
  const unclear = (rule: string): Reading => ({ intent: 'unclear', matched: wordsFor(evidence, answers.senses), rule })
  const clear = (intent: Intent, rule: string): Reading => ({ intent, matched: wordsFor(evidence, answers.senses), rule })

  if (answers.yes && answers.away) return isAgreedCancel(evidence) ? clear('cancel', 'yes-cancel') : unclear('two-answers')
  if (answers.away) return readAway(evidence, unclear, clear)
  if (answers.coming || answers.yes) return readComing(evidence, answers.coming, unclear, clear)
  return readOther(evidence)
}
