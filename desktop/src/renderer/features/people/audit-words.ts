import type { PersonView } from '../../../ipc/views.ts'

type AuditLine = PersonView['audit'][number]
type AuditEntry = { key: string; at: AuditLine['at']; who: string; what: string; detail: string }

const WHAT: Record<string, string> = {
  'patient.read': 'looked at this person',
  'patient.created': 'made this record',
  'patient.changed': 'changed',
  'patient.merged': 'merged another record into this one',
  'patient.merged_away': 'merged this record into another',
  'patient.proof_failed': 'heard a caller who could not prove who they are',
  'contact.wrong_number': 'marked a number as wrong',
  'texting.opted_out': 'switched texts off',
  'texting.opted_in': 'switched texts back on',
  'callback.promised': 'promised to phone back',
}
const FIELDS: Record<string, string> = {
  firstName: 'first name',
  lastName: 'last name',
  birthDate: 'birth date',
  language: 'language',
  guardianId: 'who decides',
  note: 'note',
  contactPoints: 'numbers',
  isNew: 'new or known',
}

/** Who looked and what changed, newest first. Looking several times in a row, with nothing between, is one line with its count. */
export function auditEntries(audit: AuditLine[]): AuditEntry[] {
  const lines = audit.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const entries: (AuditEntry & { times: number; action: string })[] = []
  for (const line of lines) {
    const last = entries.at(-1)
    const { who } = line
    if (last && line.action === 'patient.read' && last.action === line.action && last.who === who) last.times += 1
    else
      entries.push({
        key: `${line.at} ${line.action} ${entries.length}`,
        at: line.at,
        who,
        what: WHAT[line.action] ?? plain(line.action),
        detail: changedFields(line.detail),
        action: line.action,
        times: 1,
      })
  }
  return entries.map(({ times, action: _, ...entry }) => ({ ...entry, what: times > 1 ? `${entry.what}, ${times} times` : entry.what }))
}

const plain = (action: string) => action.replace(/[._]/g, ' ')

function changedFields({ before, after }: Record<string, unknown>): string {
  if (!isRecord(before) || !isRecord(after)) return ''
  return Object.keys(FIELDS)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => FIELDS[field])
    .join(', ')
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
