export type PairingField = 'address' | 'code' | 'deskName'

const FIELD_OF: Record<string, PairingField> = {
  PAIRING_REFUSED: 'code',
  TOO_MANY_ATTEMPTS: 'code',
  BAD_INPUT: 'code',
  BAD_ADDRESS: 'address',
  INSECURE_ADDRESS: 'address',
  RELAY_NOT_FOUND: 'address',
  RELAY_CLOSED: 'address',
  RELAY_SILENT: 'address',
  RELAY_UNTRUSTED: 'address',
  RELAY_UNREACHABLE: 'address',
  NOT_A_RELAY: 'address',
}

/** The field a refusal is about; null when it is about none of them (an update is needed, the disk is full). */
export const fieldOf = (code: string): PairingField | null => FIELD_OF[code] ?? null

export type PairingInput = { address: string; code: string; deskName: string }

/** What is missing before anything is sent; null when nothing is. */
export function missingIn({ address, deskName }: PairingInput, isCodeWhole: boolean): { field: PairingField; words: string } | null {
  if (!address.trim()) return { field: 'address', words: 'Type the relay’s address. Whoever runs the relay knows it.' }
  if (!isCodeWhole) return { field: 'code', words: 'A pairing code has eight letters and digits, like ABCD-2345.' }
  if (!deskName.trim()) return { field: 'deskName', words: 'Name this desk, so that others know where a change came from.' }
  return null
}

/** "relay.example.com" for people; what was typed when it is no address. */
export function hostOf(address: string): string {
  const whole = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`
  return URL.canParse(whole) ? new URL(whole).host : address
}
