import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PLACE_KEYS } from './place-keys.ts'

const features = join(import.meta.dirname, '../features')
// Now makes its keys from what waits, outside its own folder.
const FOLDERS: Record<string, string[]> = { Now: ['now', '../live/needs'] }

function sourceOf(place: string): string {
  const folders = FOLDERS[place] ?? [place.toLowerCase()]
  const files = folders.flatMap((folder) => readdirSync(join(features, folder)).map((name) => join(features, folder, name)))
  return files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

test.each(PLACE_KEYS)('$name listens to every key the overview names for it', ({ name, lines }) => {
  const source = sourceOf(name)
  const unheard = lines.flatMap((line) => line.keys).filter((key) => !source.includes(`'${key}'`))
  expect(unheard).toEqual([])
})
