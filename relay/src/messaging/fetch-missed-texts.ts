import { MS_PER_MINUTE, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Telephony } from '../ports/telephony.ts'
import { usedPhones } from '../store/setup.ts'
import type { Ctx } from '../store/transaction.ts'
import { takeText } from './take-text.ts'

export type MissedTextsDeps = Omit<Ctx, 'practiceId' | 'actor'> & { telephony: Telephony; report(where: string, error: unknown): void }

/** Takes the texts whose webhook never reached us, while the relay or its database was away: the vendor tries once and then only keeps
 *  them. Texts that came by webhook are repeats and change nothing. Returns how many were new; one number's trouble stops no other. */
export async function fetchMissedTexts(deps: MissedTextsDeps, backMinutes: number): Promise<number> {
  const since = toInstant(deps.clock.nowMs() - backMinutes * MS_PER_MINUTE)
  let found = 0
  for (const phone of await deps.store.read(() => usedPhones())) {
    try {
      const texts = await deps.telephony.receivedTexts(phone.phoneNumber, since)
      // What came before it was this practice's was for whoever had the number then.
      const own = texts.filter((text) => text.receivedAt >= phone.createdAt)
      for (const text of own.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
        const ctx: Ctx = { ...deps, practiceId: phone.practiceId, actor: { kind: 'text', id: text.messageSid } }
        if (await takeText(ctx, { ...text, to: phone.phoneNumber, optOutType: null }, (error) => deps.report('missed-texts', error)))
          found++
      }
    } catch (error) {
      deps.report('missed-texts', error)
    }
  }
  return found
}
