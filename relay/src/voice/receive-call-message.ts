import { createHash } from 'node:crypto'
import { toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import { receiveStatus, receiveTurn } from '../calls/call-messages.ts'
import { receiveReport } from '../calls/receive-report.ts'
import type { InboxKey } from '../store/inbox.ts'
import type { CallLine } from '../store/onboarding-runs.ts'
import { type Ctx, type Tx, writeOnce } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import type { CallFacts } from './call-facts.ts'
import { readCallReport, readInstant } from './read-report.ts'
import { fieldsOf, textOf } from './tool-calls.ts'

/** Stores what a Vapi server message tells about a call. Unknown kinds are ignored. Repeats change nothing. */
export async function receiveCallMessage(ctx: Ctx, phone: CallLine, facts: CallFacts, message: unknown): Promise<void> {
  if (!facts.externalId) return
  const fields = fieldsOf(message)
  const now = toInstant(ctx.clock.nowMs())
  const at = readInstant(fields.timestamp) ?? now
  const onNumber = { ...facts, phoneNumberId: phone.id }
  const once = (key: string, body: (tx: Tx) => Work<void>) => writeOnce(ctx, inboxKey(facts, key), `call-${key.split(':')[0]}`, body)
  // A final-only subscription may name the kind with its filter: `transcript[transcriptType="final"]`.
  const kind = textOf(fields.type, 80).replace(/\[.*$/, '')
  if (kind === 'status-update') {
    const status = textOf(fields.status, 40)
    const endedReason = textOf(fields.endedReason, 200) || null
    await once(`status:${status}`, (tx) => receiveStatus(tx, onNumber, { status, endedReason, at }))
  } else if (kind === 'end-of-call-report') {
    const report = readCallReport(message, facts.externalId, now)
    await once('report', (tx) => receiveReport(tx, onNumber, report))
  } else if (kind === 'transcript' && textOf(fields.transcriptType, 20) !== 'partial') {
    const text = textOf(fields.transcript, 4_000)
    const role = fields.role === 'user' ? 'caller' : 'assistant'
    if (text) await once(`turn:${at}:${role}:${digest(text)}`, (tx) => receiveTurn(tx, onNumber, { role, text, at }))
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

function inboxKey(facts: CallFacts, key: string): InboxKey {
  return { source: 'vapi.event', key: `${facts.externalId}:${key}`, requestHash: '' }
}
