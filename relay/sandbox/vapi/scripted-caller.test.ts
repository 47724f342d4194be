import { describe, expect, test } from 'vitest'
import { heardResult, openState, step } from './scripted-caller.ts'

const OFFER = 'I have Wednesday, March eleventh: nine in the morning or ten thirty in the morning. Which works best?'
const BOOKED = 'Booked: Ana, Wednesday, March eleventh, at nine in the morning, with Dr. Osei. A text with the time is on its way.'

/** Each line: what the caller says, then what is expected: a tool with its arguments and the relay's answer, or words. */
type Line = [said: string, expected: { tool: string; args?: Record<string, unknown>; answer: string } | { says: RegExp } | { ends: true }]

function play(lines: Line[]) {
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

const bookAna: Line[] = [
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

describe('booking', () => {
  test('asks what it needs, offers, books and says goodbye', () => {
    play([...bookAna, ['no thanks', { ends: true }]])
  })

  test('a sibling is booked in the same call, under the family name', () => {
    play([
      ...bookAna,
      ['Yes, the same for my son Leo', { says: /date of birth/ }],
      ['born on 3/5/2015', { says: /been here before/ }],
      ['never', { says: /Which day/ }],
      [
        'the same Wednesday',
        {
          tool: 'check-availability',
          args: { firstName: 'Leo', lastName: 'Garcia', appointmentType: 'cleaning', when: 'wednesday', newPatient: true },
          answer: OFFER,
        },
      ],
      ['ten thirty', { tool: 'book-appointment', args: { firstName: 'Leo', birthDate: '2015-03-05' }, answer: BOOKED }],
    ])
  })

  test('everything at once leaves only one question', () => {
    play([
      [
        'Hi, this is Tom Becker, born 1990-05-01, I am a new patient and need a checkup tomorrow',
        { tool: 'check-availability', args: { when: 'tomorrow', newPatient: true, firstName: 'Tom' }, answer: OFFER },
      ],
    ])
  })

  test('a time that was just taken is followed by another pick', () => {
    play([
      ...bookAna.slice(0, 4),
      [
        'ten thirty',
        {
          tool: 'book-appointment',
          answer:
            'That time was just taken. The nearest I have is Wednesday, March eleventh: two in the afternoon or three in the afternoon. Would one of these work?',
        },
      ],
      ['three', { tool: 'book-appointment', args: { startsAt: 'Wednesday, March eleventh, at three in the afternoon' }, answer: BOOKED }],
    ])
  })

  test('another day can be asked for instead of an offered time', () => {
    play([
      ...bookAna.slice(0, 4),
      ['Do you have Friday afternoon?', { tool: 'check-availability', args: { when: 'friday', timeOfDay: 'afternoon' }, answer: OFFER }],
      [
        'the second one',
        { tool: 'book-appointment', args: { startsAt: 'Wednesday, March eleventh, at ten thirty in the morning' }, answer: BOOKED },
      ],
    ])
  })

  test('a day that was not understood is asked again', () => {
    play([
      ...bookAna.slice(0, 3),
      ['yes', { tool: 'check-availability', answer: 'That day is already past. Which day would you like?' }],
      ['next Thursday', { tool: 'check-availability', args: { when: 'next thursday' }, answer: OFFER }],
    ])
  })

  test('nothing open leads to a call back', () => {
    play([
      ...bookAna.slice(0, 3),
      [
        'yes',
        {
          tool: 'check-availability',
          answer: 'I find nothing open then or in the next two months. I can have someone from the practice call you back.',
        },
      ],
      ['yes please', { says: /about/ }],
      [
        'a cleaning in spring',
        {
          tool: 'request-callback',
          args: { name: 'Ana Garcia', reason: 'a cleaning in spring' },
          answer: 'Someone from the practice will call you back on this number by five.',
        },
      ],
      ['bye', { ends: true }],
    ])
  })
})

describe('own visits', () => {
  const proof = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1987-03-04' }
  test.each([
    ['When is my appointment?', 'find-appointments', 'Ana has a visit on Wednesday, March eleventh, at nine in the morning.'],
    ['I want to confirm my appointment', 'confirm-appointment', 'Confirmed: Ana, Wednesday, March eleventh, at nine in the morning.'],
    [
      "I'd like to cancel my visit",
      'cancel-appointment',
      'Cancelled: Ana, Wednesday, March eleventh. Would you like another time instead?',
    ],
  ])('%s', (wish, tool, answer) => {
    play([
      [wish, { says: /first and last name/ }],
      ['it is ana garcia', { says: /date of birth/ }],
      ['1987-03-04', { tool, args: proof, answer }],
      ["that's all", { ends: true }],
    ])
  })

  test('moving asks for the new time, and a choice when it is taken', () => {
    play([
      ['I need to reschedule', { says: /name/ }],
      ['Ana', { says: /last name/ }],
      ['Garcia', { says: /birth/ }],
      ['3/4/1987', { says: /day and time/ }],
      [
        'Friday at ten',
        {
          tool: 'move-appointment',
          args: { ...proof, newStartsAt: 'Friday at ten' },
          answer:
            'That time is not open, so the visit stays where it is for now. The nearest I have is Friday, March thirteenth: nine in the morning or two in the afternoon. Would one of these work?',
        },
      ],
      [
        'two',
        {
          tool: 'move-appointment',
          args: { newStartsAt: 'Friday, March thirteenth, at two in the afternoon' },
          answer: 'Moved: Ana now has Friday.',
        },
      ],
      ['no', { ends: true }],
    ])
  })

  test('after cancelling, yes leads to a new visit for the same person', () => {
    play([
      [
        'cancel my cleaning, this is Ana Garcia, born 3/4/1987',
        { tool: 'cancel-appointment', answer: 'Cancelled: Ana, Wednesday. Would you like another time instead?' },
      ],
      ['yes please', { says: /come in for/ }],
      ['a cleaning', { says: /Which day/ }],
      ['next week', { tool: 'check-availability', args: { firstName: 'Ana', when: 'next week' }, answer: OFFER }],
    ])
  })

  test('which of several visits is asked and passed on', () => {
    play([
      [
        'confirm, this is Ana Garcia born 3/4/1987',
        { tool: 'confirm-appointment', answer: 'Which visit do you mean: Wednesday, March eleventh, or Friday, March thirteenth?' },
      ],
      ['the Friday one', { tool: 'confirm-appointment', args: { appointmentDate: 'the Friday one' }, answer: 'Confirmed: Ana.' }],
    ])
  })
})

describe('at any moment', () => {
  test.each(['My face is swollen and I have a fever', 'It will not stop bleeding', "I can't breathe well", 'his tooth was knocked out'])(
    '%s raises the alarm at once',
    (said) => {
      play([
        ...bookAna.slice(0, 2),
        [said, { tool: 'report-emergency', args: { description: said, name: 'Ana Garcia' }, answer: 'Please call 911 now.' }],
      ])
    },
  )

  test('a denied emergency is none', () => {
    play([['I chipped a tooth but there is no bleeding, can I come in?', { says: /name/ }]])
  })

  test('a call back is heard in the middle of something else', () => {
    play([
      ...bookAna.slice(0, 2),
      [
        'Just have someone call me back about my insurance',
        {
          tool: 'request-callback',
          args: { name: 'Ana Garcia', reason: 'my insurance' },
          answer: 'Someone from the practice will call you back on this number by five.',
        },
      ],
    ])
  })

  test('what is not understood is answered with what can be done', () => {
    play([
      ['Purple monkey dishwasher', { says: /book, confirm, move or cancel/ }],
      ['bye', { ends: true }],
    ])
  })
})
