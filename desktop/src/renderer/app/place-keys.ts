import type { KeyLine } from './keys-groups.ts'

/** What the keys of each place do, for the overview while another place is open. An open place tells its own. */
export const PLACE_KEYS: { name: string; lines: KeyLine[] }[] = []
