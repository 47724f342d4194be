import { DeskTrouble } from '../core/desk-trouble.ts'
import { codeOf } from './report.ts'

const FULL = 'There is no room left on this computer’s disk. Make some, then open DentalAnswer again.'
const DENIED = 'DentalAnswer may not write in its own folder on this computer. Whoever looks after the computer can change that.'
const IN_USE = 'Another program has this desk’s data open. Close it or restart the computer, then open DentalAnswer again.'
const DAMAGED = 'This computer’s disk keeps damaging what DentalAnswer writes. Whoever looks after the computer should look at the disk.'
const OTHER = 'Something on this computer kept DentalAnswer from running. Open it again; restart the computer if that does not help.'
const KEPT = 'Calls are still answered, and what waited to be sent is kept.'

const WORDS: [codes: RegExp, words: string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, FULL],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR)/, DENIED],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)/, DAMAGED],
  [/^(SQLITE_(BUSY|LOCKED)|EBUSY)/, IN_USE],
]

/** Why the desk cannot run here and what to do, in words for staff. Nothing of the error's own text. */
export function startTrouble(error: unknown): string {
  const code = codeOf(error)
  const words = error instanceof DeskTrouble ? error.message : (WORDS.find(([codes]) => codes.test(code))?.[1] ?? OTHER)
  return `${words}\n\n${KEPT} (${code})`
}
