import { expect } from 'vitest'
import { heardResult, openState, step } from '../scripted-caller.ts'

export const OFFER = 'I have Wednesday, March eleventh: nine in the morning or ten thirty in the morning. Which works best?'
export const BOOKED = 'Booked: Ana, Wednesday, March eleventh, at nine in the morning, with Dr. Osei. A text with the time is on its way.'

/** For tests. Each line: what the caller says, then what is expected: a tool with its arguments and the relay's answer, or words. */
export type Line = [
  said: string,
  expected: { tool: string; args?: Record<string, unknown>; answer: string } | { says: RegExp } | { ends: true },
]

export function play(lines: Line[]) {
  let state = openState()
  for (const [said, expected] of lines) {
    const done = step(state, said)
    state = done.state
    if ('says' in expected) {
      expect([said, done.tool, done.say]).toEqual([said, undefined, expect.stringMatching(expected.says)])
    } else if ('ends' in expected) {
      expect([said, done.end]).toEqual([said, true])
    } else {
      expect([said, done.tool]).toEqual([said, { name: expected.tool, args: expect.objectContaining(expected.args ?? {}) }])
      state = heardResult(state, expected.tool, expected.answer).state
    }
  }
}

export const bookAna: Line[] = [
  ['I need a cleaning next Wednesday morning', { says: /first and last name/ }],
  ['Ana Garcia', { says: /date of birth/ }],
  ['March 4, 1987', { says: /been here before/ }],
  [
    'yes we have',
    {
      tool: 'check-availability',
      args: {
        when: 'next wednesday',
        timeOfDay: 'morning',
        appointmentType: 'cleaning',
        newPatient: false,
        firstName: 'Ana',
        lastName: 'Garcia',
      },
      answer: OFFER,
    },
  ],
  [
    'nine please',
    {
      tool: 'book-appointment',
      args: {
        firstName: 'Ana',
        lastName: 'Garcia',
        birthDate: '1987-03-04',
        appointmentType: 'cleaning',
        startsAt: 'Wednesday, March eleventh, at nine in the morning',
        newPatient: false,
      },
      answer: BOOKED,
    },
  ],
]
