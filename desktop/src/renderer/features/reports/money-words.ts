const MICRO = 1_000_000
const dollars = (least: number, most = least) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: least, maximumFractionDigits: most })
const cents = dollars(2)
const exact = dollars(2, 6)

/** Millionths of a dollar as a sum of money: "$1,204.50", "−$3.10"; what is under half a cent is not called nothing: "under 1¢". */
export function moneyWords(microdollars: number): string {
  if (microdollars !== 0 && Math.abs(microdollars) < MICRO / 200) return microdollars > 0 ? 'under 1¢' : 'under −1¢'
  return cents.format(microdollars / MICRO).replace('-', '−')
}

/** A price for one of something, to its last digit: "$0.0083". */
export const priceWords = (microdollars: number): string => exact.format(microdollars / MICRO)

/** Time on the line in whole minutes, begun ones counted as begun: "1,204 min", "under 1 min". */
export function minutesWords(seconds: number): string {
  if (seconds > 0 && seconds < 60) return 'under 1 min'
  return `${countWords(Math.round(seconds / 60))} min`
}

export const countWords = (count: number): string => count.toLocaleString('en-US')
