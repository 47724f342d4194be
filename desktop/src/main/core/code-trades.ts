import type { PairOut } from '@dentalanswer/shared/contract/routes.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import type { IpcParsed } from '../../ipc/contract.ts'
import type { ClockOffset } from '../relay/clock-offset.ts'
import { pairWithRelay } from '../relay/pair-with-relay.ts'
import { DeskTrouble } from './desk-trouble.ts'

/** What a pairing code was traded for, and the address and code as they were typed. */
export type Trade = PairOut & { relay: string; named: string }

/** Trades pairing codes. A code is good once, so what it was traded for is held while a person thinks about what would be lost. */
export class CodeTrades {
  private readonly by: { fetch: typeof fetch; clock: ClockOffset }
  private held: Trade | null = null

  constructor(by: { fetch: typeof fetch; clock: ClockOffset }) {
    this.by = by
  }

  async trade(given: IpcParsed<'pair.start'>): Promise<Trade> {
    const named = `${given.address} ${given.code}`
    if (this.held?.named === named) return this.held
    return { ...(await pairWithRelay(given, this.by)), named }
  }

  hold(trade: Trade | null): void {
    this.held = trade
  }
}

/** Changes for one practice would be lost by pairing with another. */
export function otherPractice(next: Practice, before: Practice, waiting: number): DeskTrouble {
  const changes = waiting === 1 ? 'One change that waits' : `${waiting} changes that wait`
  return new DeskTrouble(
    'OTHER_PRACTICE',
    `This code is for ${next.name}. ${changes} for ${before.name} would be lost. Nothing was changed.`,
    {
      details: { waiting, practice: next.name },
    },
  )
}
