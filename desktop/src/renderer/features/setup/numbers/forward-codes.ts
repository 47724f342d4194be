import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'

export type ForwardWhen = 'always' | 'busy' | 'noAnswer' | 'busyOrNoAnswer'
export const FORWARD_WHEN: Record<ForwardWhen, string> = {
  always: 'Every call',
  noAnswer: 'Calls nobody picks up',
  busy: 'Calls while the line is busy',
  busyOrNoAnswer: 'Busy, or nobody picks up',
}

export type Carrier = keyof typeof CARRIERS
/** Who serves the practice's line, and the kind of codes they take. */
export const CARRIERS = {
  att: { name: 'AT&T, office line', kind: 'star' },
  attMobile: { name: 'AT&T, mobile', kind: 'mobile' },
  verizon: { name: 'Verizon, office line', kind: 'star' },
  verizonMobile: { name: 'Verizon, mobile', kind: 'verizonMobile' },
  tMobile: { name: 'T-Mobile', kind: 'mobile' },
  spectrum: { name: 'Spectrum', kind: 'star' },
  comcast: { name: 'Comcast Business', kind: 'star' },
  frontier: { name: 'Frontier', kind: 'star' },
  other: { name: 'Another carrier, VoIP or a phone system', kind: 'none' },
} as const satisfies Record<string, { name: string; kind: CodeKind }>
type CodeKind = 'star' | 'mobile' | 'verizonMobile' | 'none'

export type ForwardCodes = {
  /** Dialled one after the other on the practice's own phone. */
  on: string[]
  off: string[]
  /** What to do while dialling, and when it does nothing. */
  advice: string[]
}

type Pair = { on: (number: Dialled) => string; off: string }
type Dialled = { national: string; international: string }
type Single = Exclude<ForwardWhen, 'busyOrNoAnswer'>

const star = (on: string, off: string): Pair => ({ on: ({ national }) => `${on} ${national}`, off })
// The codes of the mobile networks' common standard; the number stands in them with its country code.
const network = (code: string): Pair => ({ on: ({ international }) => `**${code}*${international}#`, off: `##${code}#` })

const STAR: Record<Single, Pair> = { always: star('*72', '*73'), busy: star('*90', '*91'), noAnswer: star('*92', '*93') }
const NETWORK: Record<Single, Pair> = { always: network('21'), busy: network('67'), noAnswer: network('61') }

const ASK = 'If a code does nothing, the line does not have it yet: ask your carrier to switch on call forwarding, or set it in their app.'
const WAIT = 'Dial on a phone of the line itself, wait for the tone after the first part, then the number. Two beeps say it is on.'
const ONE_CODE = 'Verizon has one code for both busy and not answered.'
const SYSTEM =
  'Set it where the phone system is managed: the web page or app of the provider, under call forwarding or call routing. A VoIP line forwards there, not by codes.'

/** What to dial on the practice's own phone so that its calls reach `to`, and how to turn it off again. */
export function forwardCodes(carrier: Carrier, when: ForwardWhen, to: PhoneNumber): ForwardCodes {
  const kind: CodeKind = CARRIERS[carrier].kind
  if (kind === 'none') return { on: [], off: [], advice: [SYSTEM, 'Many office lines take *72 with the number, and *73 to turn it off.'] }
  const singles: Single[] = when === 'busyOrNoAnswer' ? ['noAnswer', 'busy'] : [when]
  const number = dialled(to)
  if (kind === 'verizonMobile' && when !== 'always') return { on: [`*71 ${number.national}`], off: ['*73'], advice: [ONE_CODE, ASK] }
  const pairs = singles.map((single) => (kind === 'mobile' ? NETWORK : STAR)[single])
  return {
    on: pairs.map((pair) => pair.on(number)),
    off: pairs.map((pair) => pair.off),
    advice: kind === 'mobile' ? ['Dial each code and press call. The phone answers with a short note.', ASK] : [WAIT, ASK],
  }
}

/** In the way a phone keypad takes it: ten digits at home, the country code first in network codes. */
function dialled(to: PhoneNumber): Dialled {
  const digits = to.slice(1)
  const isHome = digits.length === 11 && digits.startsWith('1')
  return { national: isHome ? digits.slice(1) : `011${digits}`, international: digits }
}
