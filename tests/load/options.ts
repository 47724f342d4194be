import { parseArgs } from 'node:util'

export type Engine = 'sqlite' | 'postgres'
export const rowNames = ['bookings', 'tools', 'webhooks', 'feed', 'slots', 'replies', 'onboarding', 'desk'] as const
export type RowName = (typeof rowNames)[number]
export type Options = { engines: Engine[]; rows: RowName[]; isQuick: boolean; out: string; profileFolder: string | undefined }

export const USAGE = `pnpm bench [--engine sqlite|postgres|both] [--only ${rowNames.join('|')}] [--quick] [--out <file>] [--profile <folder>]

  --only     may be given several times; desk measures the built desk against a relay of its own and needs a browser
  --quick    short runs over a tenth of the data; good for a first look, not for comparing
  --profile  keeps CPU profiles of the relay, which then is slower`

/** Null when the words on the command line are not understood. */
export function readOptions(words: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        engine: { type: 'string', default: 'both' },
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean', default: false },
        out: { type: 'string', default: '.bench/latest.json' },
        profile: { type: 'string' },
      },
    })
    const { engine, only, quick, out, profile } = values
    const rows = only ? rowNames.filter((name) => only.includes(name)) : [...rowNames]
    const engines: Engine[] | null =
      engine === 'both' ? ['sqlite', 'postgres'] : engine === 'sqlite' || engine === 'postgres' ? [engine] : null
    if (!engines || rows.length === 0) return null
    return { engines, rows, isQuick: quick, out, profileFolder: profile }
  } catch {
    return null
  }
}
