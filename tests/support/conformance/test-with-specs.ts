import { test } from 'vitest'
import { engine } from '../test-store.ts'
import { type Descriptions, readDescriptions } from './description.ts'

const folder = process.env.SPECS_DIR
let read: Descriptions | null = null

/** The descriptions in SPECS_DIR, read once. */
export function descriptions(): Descriptions {
  if (!folder) throw new Error('SPECS_DIR does not name the folder of the API descriptions.')
  read ??= readDescriptions(folder)
  return read
}

const why = !folder ? ' (skipped: SPECS_DIR is not set)' : engine === 'postgres' ? ' (skipped: said the same as on SQLite)' : ''

/** A test that needs the public API descriptions, whose folder SPECS_DIR names; without them its name says that it is skipped. */
export function testWithSpecs(name: string, run: () => Promise<void>): void {
  test.skipIf(why !== '')(name + why, run)
}

testWithSpecs.each = <Value>(values: readonly Value[]) => {
  return (name: string, run: (value: Value) => Promise<void>) => {
    for (const value of values) testWithSpecs(name.replace('%s', String(value)), () => run(value))
  }
}
