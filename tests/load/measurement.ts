import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { dirname } from 'node:path'

/** One line of the table. `value` and `baseline` share the unit; `ratio` is value over baseline; `met` is null without a target. */
export type Measurement = {
  name: string
  engine: 'sqlite' | 'postgres' | '-'
  value: number
  unit: string
  baseline: number | null
  ratio: number | null
  target: string | null
  met: boolean | null
  detail?: Record<string, unknown>
}

export type Given = Pick<Measurement, 'name' | 'engine' | 'value' | 'unit'> & {
  baseline?: number
  /** The largest (or smallest) value that meets the target; with `of: 'ratio'` it bounds the ratio. */
  target?: { most?: number; least?: number; of?: 'value' | 'ratio' }
  detail?: Record<string, unknown>
}

export function measurement(given: Given): Measurement {
  const { name, engine, value, unit, target, detail } = given
  const baseline = given.baseline ?? null
  const ratio = baseline === null ? null : value / baseline
  const judged = target?.of === 'ratio' ? ratio : value
  const met =
    !target || judged === null
      ? null
      : judged <= (target.most ?? Number.POSITIVE_INFINITY) && judged >= (target.least ?? Number.NEGATIVE_INFINITY)
  return { name, engine, value, unit, baseline, ratio, target: target ? targetText(target, unit) : null, met, ...(detail && { detail }) }
}

function targetText({ most, least, of }: NonNullable<Given['target']>, unit: string): string {
  const bound = most !== undefined ? `<= ${most}` : `>= ${least}`
  return of === 'ratio' ? `ratio ${bound}` : `${bound} ${unit}`
}

const COLUMNS = ['what', 'engine', 'value', 'unit', 'baseline', 'ratio', 'target', ''] as const

export function tableOf(rows: Measurement[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.engine,
    shown(row.value),
    row.unit,
    row.baseline === null ? '' : shown(row.baseline),
    row.ratio === null ? '' : row.ratio.toFixed(2),
    row.target ?? '',
    row.met === null ? '' : row.met ? 'met' : 'MISSED',
  ])
  const widths = COLUMNS.map((title, at) => Math.max(title.length, ...cells.map((line) => line[at]!.length)))
  const isNumber = (at: number) => [2, 4, 5].includes(at)
  const lineOf = (line: readonly string[]) =>
    line
      .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd()
  return [lineOf(COLUMNS), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(lineOf)].join('\n')
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return 'none'
  return Math.abs(value) >= 1_000 ? String(Math.round(value)) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(3)
}

/** Milliseconds so far in which something on this machine waited for a processor; 0 where the system does not tell. */
export function waitedMs(): number {
  const file = '/proc/pressure/cpu'
  return existsSync(file) ? Number(/some .*total=(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1_000 : 0
}

/** Keeps the run with what is needed to compare it with another one. */
export function writeRun(file: string, startedAt: string, options: object, rows: Measurement[]): void {
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, loadAverage: loadavg(), node: process.version }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ startedAt, options, machine, rows }, null, 2)}\n`)
}
