import { expect, test } from 'vitest'
import { matchedWords, whySentence } from './why-sentences.ts'

test.each([
  ['letter', 'The letter C, as our text asked for.'],
  ['yes-with-hedge', 'There is a yes, and a word of doubt such as “maybe”. A person decides.'],
  ['only-condition', 'There is no clear answer, and a condition such as “if”. A person decides.'],
  ['urgent-infection', 'It speaks of swelling or an infection. An emergency wins over everything else in a text.'],
  ['urgent-pain-unsure', 'It may speak of strong pain, so nothing else in it is acted on by itself.'],
  ['carrier-stop-word-answered', 'An opt-out word. The carrier blocks our texts from then on, whatever we do.'],
  ['a-rule-of-tomorrow', 'The rule “a rule of tomorrow” decided.'],
])('the rule %s reads: %s', (rule, sentence) => {
  expect(whySentence(rule)).toBe(sentence)
})

test('a whole known rule wins over its parts', () => {
  expect(whySentence('yes-with-but')).toBe('There is a yes, and then a “but”.')
})

test('the words that decided are quoted as typed', () => {
  expect(matchedWords({ matched: ['Ana yes', '👍'] })).toBe('matched “Ana yes” “👍”')
  expect(matchedWords({ matched: [] })).toBe('')
})
