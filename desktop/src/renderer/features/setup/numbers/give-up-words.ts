import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import type { NumberUsage } from '@dentalanswer/shared/domain/usage.ts'

/** What a practice loses with a number, one plain sentence each. */
export function stopsWorking(phone: PracticePhone, say: (number: PhoneNumber) => string): string[] {
  return [
    'Calls to it reach nobody: callers hear that the number is not in service.',
    'Texts to it are lost, also replies to reminders that went out from it.',
    ...(phone.isPrimary ? ['It is the main number: texts to patients go out from here.'] : []),
    ...(phone.forwardedFrom ? [`${say(phone.forwardedFrom)} forwards here. Turn forwarding off first, or its calls are lost too.`] : []),
    ...(phone.way === 'port' ? ['It is the practice’s old number. Once given up it is gone from every carrier.'] : []),
    'Threads and calls of the past stay readable.',
  ]
}

/** "This month and last it had 214 calls, and 530 texts came in." */
export function trafficWords(rows: Pick<NumberUsage, 'calls' | 'textsIn'>[]): string {
  const calls = rows.reduce((sum, row) => sum + row.calls, 0)
  const texts = rows.reduce((sum, row) => sum + row.textsIn, 0)
  if (calls + texts === 0) return 'Nobody called or texted it this month or last.'
  const count = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`
  return `This month and last it had ${count(calls, 'call')}, and ${count(texts, 'text')} came in.`
}

/** The month of a day and the one before. */
export function monthsBehind(today: LocalDate): { from: string; to: string } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
  return { from: before, to: today.slice(0, 7) }
}

/** Whether what a person typed is that number, in any way of writing it. */
export function typedIs(typed: string, number: PhoneNumber): boolean {
  const digits = typed.replace(/\D/g, '')
  const whole = number.slice(1)
  return digits === whole || (whole.startsWith('1') && digits === whole.slice(1))
}
