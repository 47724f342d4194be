import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Db } from './database.ts'
import { eachOnce, readOne, readPractice } from './read-rows.ts'
import { readSearch, type Sought } from './read-search.ts'

type Found = { id: string; nameKey: string; birthDate: string | null }
const FOUND = 'p.id, p.name_key as nameKey, p.birth_date as birthDate'
const MOST_ON_DIGITS = 2_000
const LAST_CHARACTER = '\u{10ffff}'

/** Patients found by words of their name, part of a number or their birth date, or by several of these together. Whole words come before
 *  beginnings, then by name. Who was merged into somebody else is not found. */
export function searchPeople(db: Db, { text, limit }: { text: string; limit: number }): Patient[] {
  const sought = readSearch(text, readPractice(db)?.country ?? 'US')
  const found = candidates(db, sought).filter((one) => hasWords(one, sought.words))
  const ranked = found.map((one) => ({ ...one, rank: wholeWords(one, sought.words) }))
  ranked.sort((a, b) => b.rank - a.rank || (a.nameKey === b.nameKey ? (a.id < b.id ? -1 : 1) : a.nameKey < b.nameKey ? -1 : 1))
  return ranked.slice(0, limit).flatMap((one) => readOne(db, 'patients', one.id) ?? [])
}

function candidates(db: Db, { words, digits, birthDates }: Sought): Found[] {
  const days = birthDates.length > 0 ? JSON.stringify(birthDates) : null
  // A day written beside a number must be right too; eight digits alone are either.
  const isEither = digits?.length === 8
  if (words.length > 0) {
    const word = longest(words)
    return isEither ? eachOnce(withWord(db, word, days, null), withWord(db, word, null, digits)) : withWord(db, word, days, digits)
  }
  const born = days === null ? [] : bornOn(db, days)
  if (digits === null) return born
  const onNumber = withDigits(db, digits)
  if (days !== null && !isEither) return onNumber.filter((one) => born.some((other) => other.id === one.id))
  return eachOnce(born, onNumber)
}

function withWord(db: Db, word: string, days: string | null, digits: string | null): Found[] {
  const isBorn = '(? is null or p.birth_date in (select value from json_each(?)))'
  const isOn = '(? is null or exists (select 1 from contact_points c where c.patient_id = p.id and instr(c.phone_number, ?) > 0))'
  const sql = `select distinct ${FOUND} from patient_words w join patients p on p.id = w.patient_id
    where w.word >= ? and w.word < ? and ${isBorn} and ${isOn}`
  return db.all<Found>(sql, word, word + LAST_CHARACTER, days, days, digits, digits)
}

function bornOn(db: Db, days: string): Found[] {
  return db.all<Found>(`select ${FOUND} from patients p where is_merged = 0 and birth_date in (select value from json_each(?))`, days)
}

/** So few digits that thousands have them are no search yet: the first found have to do. */
function withDigits(db: Db, digits: string): Found[] {
  const ids = `select distinct patient_id from contact_points where instr(phone_number, ?) > 0 limit ${MOST_ON_DIGITS}`
  return db.all<Found>(`select ${FOUND} from patients p where id in (${ids})`, digits)
}

/** The longest word narrows the most. */
function longest(words: string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best))
}

/** Each word typed begins another word of the name: "ana an" needs two. */
function hasWords(one: Found, words: string[]): boolean {
  const left = one.nameKey.split(' ')
  return [...words]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const exact = left.indexOf(word)
      const at = exact >= 0 ? exact : left.findIndex((own) => own.startsWith(word))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
}

function wholeWords(one: Found, words: string[]): number {
  const own = one.nameKey.split(' ')
  return words.filter((word) => own.includes(word)).length
}
