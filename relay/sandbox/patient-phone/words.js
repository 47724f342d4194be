/** "(512) 555-0142" for a US number, otherwise the number itself. */
export function showNumber(phone) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone)
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : phone
}

/** The phone number that was typed, or null: ten digits are American. */
export function readNumber(typed) {
  if (/[^\d\s().+-]/.test(typed)) return null
  const digits = typed.replace(/\D/g, '')
  if (typed.trim().startsWith('+')) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
  if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`
  return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : null
}

const clocks = new Map()

function clock(zone, options) {
  const key = zone + JSON.stringify(options)
  if (!clocks.has(key)) clocks.set(key, new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }))
  return clocks.get(key)
}

export const showTime = (at, zone) => clock(zone, { hour: 'numeric', minute: '2-digit' }).format(at)
export const showDay = (at, zone) => clock(zone, { weekday: 'long', month: 'long', day: 'numeric' }).format(at)

/** "1:04" */
export function showLength(ms) {
  const seconds = Math.max(Math.floor(ms / 1000), 0)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const FAILURES = {
  21610: 'the patient has blocked texts',
  30003: 'the phone is off',
  30007: 'the carrier filtered it',
  30034: 'the practice’s number is not registered',
}

/** Why a text of the practice's never arrived. */
export const showFailure = (code) => (FAILURES[code] ? `${FAILURES[code]} (${code})` : `carrier error ${code ?? 'unknown'}`)

/** How far a text of the practice's has come. */
export function showProgress(status) {
  if (status === 'delivered') return 'delivered'
  if (status === 'sent') return 'sent'
  return 'on its way'
}

/** "first name: Ana · when: next wednesday" */
export const showArguments = (args) =>
  Object.entries(args)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${showValue(value)}`)
    .join(' · ')

const showValue = (value) => (value === true ? 'yes' : value === false ? 'no' : String(value))
