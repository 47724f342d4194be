import { createHash } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { InboxKey } from '../store/inbox.ts'
import { type Ctx, writeOnce } from '../store/transaction.ts'
import { type InboundText, keepText, receiveText } from './receive-text.ts'

/** Takes an inbound text once, by its vendor id, however often and by whichever way it comes. True when it was new. A text that trips over
 *  something we did not foresee is kept for a person: the vendor would not send it again. Trouble of the store itself rises, so that
 *  the vendor is told. */
export async function takeText(ctx: Ctx, text: InboundText, onFailure: (error: unknown) => void): Promise<boolean> {
  const inbox: InboxKey = {
    source: 'twilio.sms',
    key: text.messageSid,
    requestHash: createHash('sha256').update(text.body).digest('base64url'),
  }
  try {
    return !(await writeOnce(ctx, inbox, 'receive-text', (tx) => receiveText(tx, text))).repeated
  } catch (error) {
    if (error instanceof DeskError && (error.code.startsWith('STORE_') || error.code === 'KEY_REUSED')) throw error
    onFailure(error)
    return !(await writeOnce(ctx, inbox, 'keep-text', (tx) => keepText(tx, text))).repeated
  }
}
