import { describe, test } from 'vitest'
import { bookAna, OFFER, play } from './play.ts'

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

  test('the same person goes on to another wish without being asked again', () => {
    play([
      ['When is my appointment? This is Ana Garcia, born 3/4/1987', { tool: 'find-appointments', answer: 'Ana has a visit on Wednesday.' }],
      ['I want to move it', { says: /day and time/ }],
      ['next Thursday', { tool: 'move-appointment', args: proof, answer: 'At what time on Thursday, March twelfth?' }],
      [
        'two thirty',
        { tool: 'move-appointment', args: { newStartsAt: 'next thursday at two thirty' }, answer: 'Moved: Ana now has Thursday.' },
      ],
    ])
  })

  test('somebody who was not found is asked for anew', () => {
    const notFound = 'I could not find a visit with those details. I can have someone from the practice call you back.'
    play([
      ['confirm, this is Ana Garcia born 3/4/1988', { tool: 'confirm-appointment', answer: notFound }],
      ['hmm', { says: /call you back/ }],
      ['let me confirm again', { says: /first and last name/ }],
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
