import { describe, test } from 'vitest'
import { BOOKED, bookAna, OFFER, play } from './scripted/play.ts'

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
