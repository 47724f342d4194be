import type { OperatoryId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { LocalDate, TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { epochMsAt, toInstant, wallClock } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import type { OpenSlot } from './slot-math.ts'
import { nearestSlots, spreadSlots } from './spread-slots.ts'

const zone = 'America/Chicago' as TimeZone
const dates: Record<string, LocalDate> = { Mon: '2026-03-02' as LocalDate, Tue: '2026-03-03' as LocalDate, Wed: '2026-03-04' as LocalDate }

const startOf = (text: string) => {
  const [day, time] = text.split(' ') as [string, string]
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return epochMsAt(dates[day]!, hour * 60 + minute, zone) / 60_000
}
/** `Mon 9:00` is a half-hour visit with Dr. Baker, `Mon 9:00 chen` the same with Dr. Chen. */
const slot = (text: string): OpenSlot => {
  const start = startOf(text)
  const providerId = (text.split(' ')[2] ?? 'baker') as ProviderId
  return { providerId, operatoryId: 'op1' as OperatoryId, start, end: start + 30, releasedAt: start + 40 }
}
const nameOf = ({ start, providerId }: OpenSlot) => {
  const { date, minuteOfDay } = wallClock(toInstant(start * 60_000), zone)
  const day = Object.keys(dates).find((name) => dates[name] === date)
  const time = `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`
  return providerId === 'baker' ? `${day} ${time}` : `${day} ${time} ${providerId}`
}
const spread = (texts: string[], count?: number) => spreadSlots(texts.map(slot), zone, count).map(nameOf)

describe('times to say aloud', () => {
  test('the earliest, the other half of that day, and another day', () => {
    expect(spread(['Mon 9:00', 'Mon 9:30', 'Mon 11:00', 'Mon 13:00', 'Mon 14:00', 'Tue 8:00', 'Tue 15:00', 'Wed 9:00'])).toEqual([
      'Mon 9:00',
      'Mon 13:00',
      'Tue 8:00',
    ])
  })

  test('a day with only one half left hands over to the next days', () => {
    expect(spread(['Mon 13:00', 'Mon 15:00', 'Tue 9:00', 'Tue 10:00', 'Tue 14:00'])).toEqual(['Mon 13:00', 'Tue 9:00', 'Tue 14:00'])
    expect(spread(['Mon 9:00', 'Mon 10:00', 'Tue 9:00', 'Wed 9:30'])).toEqual(['Mon 9:00', 'Tue 9:00', 'Wed 9:30'])
  })

  test('noon belongs to the afternoon', () => {
    expect(spread(['Mon 9:00', 'Mon 11:30', 'Mon 12:00'], 2)).toEqual(['Mon 9:00', 'Mon 12:00'])
  })

  test('two on one day are an hour apart', () => {
    expect(spread(['Mon 11:30', 'Mon 12:00', 'Mon 12:15', 'Mon 12:30', 'Mon 13:00'], 2)).toEqual(['Mon 11:30', 'Mon 12:30'])
    expect(spread(['Mon 11:30', 'Mon 12:00', 'Mon 12:15', 'Tue 9:00'], 2)).toEqual(['Mon 11:30', 'Tue 9:00'])
  })

  test('the second choice leaves room for a third', () => {
    expect(spread(['Mon 9:00', 'Mon 11:30', 'Mon 12:00', 'Mon 12:30'])).toEqual(['Mon 9:00', 'Mon 11:30', 'Mon 12:30'])
  })

  test('without a choice the times lie as far apart as they can', () => {
    expect(spread(['Mon 9:00', 'Mon 9:10', 'Mon 9:20', 'Mon 9:30', 'Mon 9:50'])).toEqual(['Mon 9:00', 'Mon 9:20', 'Mon 9:50'])
  })

  test('where only two can be an hour apart, those two come first', () => {
    const slots = ['Mon 9:00', 'Mon 9:30', 'Mon 10:00', 'Mon 10:10', 'Mon 10:20']
    expect(spread(slots, 2)).toEqual(['Mon 9:00', 'Mon 10:00'])
    expect(spread(slots)).toEqual(['Mon 9:00', 'Mon 9:30', 'Mon 10:00'])
  })

  test('another provider is named where the time stays the same', () => {
    expect(spread(['Mon 9:00', 'Mon 9:00 chen', 'Mon 13:00', 'Mon 13:00 chen', 'Mon 13:30 chen', 'Tue 9:00'])).toEqual([
      'Mon 9:00',
      'Mon 13:00 chen',
      'Tue 9:00',
    ])
  })

  test('a later time is no price for another provider', () => {
    expect(spread(['Mon 9:00', 'Mon 13:00', 'Mon 13:10 chen'], 2)).toEqual(['Mon 9:00', 'Mon 13:00'])
  })

  test('one time is said once, whoever could see the patient then', () => {
    expect(spread(['Mon 9:00', 'Mon 9:00 chen'])).toEqual(['Mon 9:00'])
  })

  test('fewer slots than asked for are all said, and none is none', () => {
    expect(spread(['Mon 9:00', 'Mon 9:10'])).toEqual(['Mon 9:00', 'Mon 9:10'])
    expect(spread([])).toEqual([])
    expect(spread(['Mon 9:00'], 0)).toEqual([])
  })

  test('the order the slots come in does not matter', () => {
    expect(spread(['Tue 8:00', 'Mon 13:00', 'Mon 9:00', 'Mon 11:00'])).toEqual(['Mon 9:00', 'Mon 13:00', 'Tue 8:00'])
  })

  test('on the day the clock changes the afternoon still begins at noon', () => {
    const sunday = '2026-03-08' as LocalDate
    const at = (minute: number) => ({ ...slot('Mon 9:00'), start: epochMsAt(sunday, minute, zone) / 60_000 })
    const [early, lateMorning, noon] = [at(90), at(690), at(720)]
    expect(spreadSlots([early, lateMorning, noon], zone, 2)).toEqual([early, noon])
  })
})

describe('times near the wanted one', () => {
  const near = (wanted: string, texts: string[], count?: number) => nearestSlots(texts.map(slot), startOf(wanted), count).map(nameOf)

  test('the nearest on either side, in time order', () => {
    expect(near('Mon 10:00', ['Mon 8:00', 'Mon 9:30', 'Mon 10:20', 'Mon 11:00', 'Tue 10:00'])).toEqual([
      'Mon 9:30',
      'Mon 10:20',
      'Mon 11:00',
    ])
  })

  test('one start is told once, with the first provider who has it', () => {
    expect(near('Mon 10:00', ['Mon 9:30 chen', 'Mon 9:30', 'Mon 11:00', 'Mon 11:00 chen'])).toEqual(['Mon 9:30 chen', 'Mon 11:00'])
  })

  test('of two equally near the earlier', () => {
    expect(near('Mon 10:00', ['Mon 9:30', 'Mon 10:30'], 1)).toEqual(['Mon 9:30'])
  })
})
