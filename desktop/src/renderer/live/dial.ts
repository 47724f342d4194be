import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { callDesk } from '../bridge.ts'
import { wordsOf } from './run-command.ts'
import { tell } from './tell.ts'

/** Hands a number to the phone program of this computer, and says so when there is none. */
export async function dial(phoneNumber: PhoneNumber): Promise<void> {
  try {
    await callDesk('phone.dial', { phoneNumber })
  } catch (error) {
    tell({ tone: 'problem', text: wordsOf(error) })
  }
}
