import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { callDesk } from '../../bridge.ts'
import { wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'

/** Hands a number to whatever dials on this computer. */
export function dial(phoneNumber: PhoneNumber): void {
  callDesk('phone.dial', { phoneNumber }).catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
}
