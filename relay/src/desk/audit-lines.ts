import type { AuditLine } from '@dentalanswer/shared/contract/desk-answers.ts'
import type { PracticeId } from '@dentalanswer/shared/domain/ids.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { z } from 'zod'
import { auditOf } from '../store/audit-log.ts'
import { listDevices } from '../store/devices.ts'
import type { Work } from '../store/work.ts'

const MOST = 50
const WHO: Record<string, string> = { voice: 'AI, phone', text: 'AI, text', desk: 'A desk', operator: 'Operator', system: 'The relay' }

/** The newest lines about one subject, each with who it was by name. A revoked desk keeps its name. */
export function* auditLinesOf(practiceId: PracticeId, subjectId: string): Work<z.infer<typeof AuditLine>[]> {
  const desks = new Map<string, string>((yield* listDevices(practiceId)).map((one) => [one.id, one.name]))
  const lines = yield* auditOf(practiceId, subjectId, MOST)
  return lines.map((line) => {
    const { by, ...detail } = JSON.parse(line.detail) as Record<string, unknown>
    const desk = line.actor_kind === 'desk' && line.actor_id ? desks.get(line.actor_id) : undefined
    const name = desk ?? WHO[line.actor_kind] ?? line.actor_kind
    return {
      at: line.at as Instant,
      actor: line.actor_kind,
      who: typeof by === 'string' && by !== '' ? `${by} (${name})` : name,
      action: line.action,
      detail,
    }
  })
}
