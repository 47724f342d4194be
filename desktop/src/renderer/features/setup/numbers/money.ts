/** Millionths of a dollar as "$1.15". */
export const dollars = (microdollars: number): string => `$${(microdollars / 1_000_000).toFixed(2)}`

export const rentWords = (microdollars: number | null): string =>
  microdollars === null ? 'price not known' : `${dollars(microdollars)} a month`

/** What runs up besides the rent, as the vendors charge it, so that nobody is surprised. The bill is in Reports. */
export const RUNNING_COSTS = [
  { what: 'Calls', cost: 'about $0.10 to $0.20 a minute', why: 'speech, the assistant’s thinking and the line' },
  { what: 'Texts', cost: 'about $0.01 each', why: 'a part of 160 characters, sent or received' },
  { what: 'A busy month', cost: 'about $45 to $85 in all', why: 'with 200 calls of two minutes and 500 texts, by these prices' },
]
