import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

type Import = { from: string; to: string }

/** Every import of our own code, both ends as paths from the root; packages keep their names. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => ({ from: file, to: placeOf(file, target!) }))
}

function placeOf(file: string, target: string): string {
  if (target.startsWith('.')) return relative(root, join(root, file, '..', target))
  return target.replace(/^@dentalanswer\/shared\//, 'shared/src/').replace(/^@dentalanswer\/relay\//, 'relay/')
}

const isTest = (file: string) => file.endsWith('.test.ts')
const all = ['shared/src', 'relay/src', 'relay/sandbox', 'desktop/src'].flatMap(sources).filter((file) => !isTest(file))
const imports = all.flatMap(importsOf)
const within = (folder: string) => imports.filter((one) => one.from.startsWith(folder))
const breaking = (list: Import[], isForbidden: (to: string) => boolean) =>
  list.filter((one) => isForbidden(one.to)).map((one) => `${one.from} → ${one.to}`)

describe('who may import whom', () => {
  test('imports were found at all', () => {
    expect(imports.length).toBeGreaterThan(300)
  })

  test('shared imports neither the relay nor the desktop nor Node', () => {
    expect(breaking(within('shared/'), (to) => to.startsWith('relay') || to.startsWith('desktop') || to.startsWith('node:'))).toEqual([])
  })

  test('a deployed relay never imports the sandbox', () => {
    expect(breaking(within('relay/src/'), (to) => to.startsWith('relay/sandbox') || to.startsWith('desktop'))).toEqual([])
  })

  test('the stand-ins do not know the relay; only the demo joins them', () => {
    const standIns = within('relay/sandbox/').filter((one) => !/^relay\/sandbox\/(main|start-demo|demo-[a-z-]+)\.ts$/.test(one.from))
    expect(breaking(standIns, (to) => to.startsWith('relay/src'))).toEqual([])
  })

  test('only adapters, and the webhooks that check signatures and write TwiML, know a vendor', () => {
    const others = within('relay/src/').filter((one) => !/^relay\/src\/(adapters|http\/webhooks)\//.test(one.from))
    expect(breaking(others, (to) => /^(twilio|@vapi-ai)/.test(to))).toEqual([])
  })

  test('verbs see no HTTP, no SQL engine and no adapter', () => {
    const verbs = within('relay/src/').filter((one) =>
      /^relay\/src\/(booking|patients|voice|messaging|calls|onboarding|waitlist|desk|outbox)\//.test(one.from),
    )
    expect(
      breaking(verbs, (to) => /^(hono|@hono|kysely|better-sqlite3|pg)\b/.test(to) || /^relay\/src\/(http|adapters)\//.test(to)),
    ).toEqual([])
  })

  test('only the store knows the query builder and the engines', () => {
    const others = within('relay/src/').filter((one) => !one.from.startsWith('relay/src/store/'))
    expect(breaking(others, (to) => /^(kysely|better-sqlite3|pg)\b/.test(to))).toEqual([])
  })

  test('adapters and ports know no verb', () => {
    const outer = [...within('relay/src/adapters/'), ...within('relay/src/ports/')]
    expect(
      breaking(outer, (to) => /^relay\/src\/(booking|patients|voice|messaging|calls|onboarding|desk|outbox|http|store)\//.test(to)),
    ).toEqual([])
  })

  test('only deps.ts joins adapters to the rest', () => {
    const others = within('relay/src/').filter((one) => one.from !== 'relay/src/deps.ts' && !one.from.startsWith('relay/src/adapters/'))
    expect(breaking(others, (to) => to.startsWith('relay/src/adapters/'))).toEqual([])
  })

  test('the desk never imports the relay', () => {
    expect(breaking(within('desktop/'), (to) => /^relay\b/.test(to))).toEqual([])
  })

  test('only main and preload know Electron; the core and the cache of main do not', () => {
    const others = within('desktop/src/').filter(
      (one) => !/^desktop\/src\/(main|preload)\//.test(one.from) || /^desktop\/src\/main\/(core|cache|relay)\//.test(one.from),
    )
    expect(breaking(others, (to) => /^electron\b/.test(to))).toEqual([])
  })

  test('the window knows neither Node nor main, and only bridge.ts touches what the preload exposes', () => {
    const drawn = within('desktop/src/renderer/')
    expect(breaking(drawn, (to) => /^(node:|electron\b|better-sqlite3)/.test(to) || /^desktop\/src\/(main|preload)\//.test(to))).toEqual([])
    const touching = all.filter(
      (file) => file.startsWith('desktop/src/renderer/') && /window\.desk\b/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(touching).toEqual(['desktop/src/renderer/bridge.ts'])
  })

  test('a feature knows no other feature and not the app that joins them; what they share knows no feature', () => {
    const featureOf = (path: string) => path.match(/^desktop\/src\/renderer\/features\/([^/]+)\//)?.[1]
    const crossing = within('desktop/src/renderer/').filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)]
      if (own) return (other !== undefined && other !== own) || to.startsWith('desktop/src/renderer/app/')
      return !from.startsWith('desktop/src/renderer/app/') && (other !== undefined || to.startsWith('desktop/src/renderer/app/'))
    })
    // The first file of the window opens the app.
    expect(crossing.filter((one) => one.from !== 'desktop/src/renderer/main.tsx').map((one) => `${one.from} → ${one.to}`)).toEqual([])
  })

  test('nothing that is shipped reaches the samples of the tests', () => {
    const reached = new Set<string>()
    const visit = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const one of imports) if (one.from === file) visit(one.to)
    }
    for (const start of ['main/main.ts', 'main/cache/cache-worker.ts', 'preload/preload.ts', 'renderer/main.tsx'])
      visit(`desktop/src/${start}`)
    expect(reached.size).toBeGreaterThan(300)
    expect([...reached].filter((file) => file.startsWith('desktop/src/samples/'))).toEqual([])
  })

  test('no file imports itself in a circle', () => {
    const graph = Map.groupBy(
      imports.filter((one) => /^(shared|relay|desktop)\//.test(one.to) && !isTypeOnly(one)),
      (one) => one.from,
    )
    expect(findCircle(graph)).toBeNull()
  })

  test('settings are read from the environment in one place', () => {
    const readers = all.filter((file) => file.startsWith('relay/src/') && /process\.env/.test(readFileSync(join(root, file), 'utf8')))
    expect(readers.sort()).toEqual(['relay/src/cli.ts', 'relay/src/main.ts'])
  })

  test('no verb looks at the clock of the machine', () => {
    const verbs = all.filter((file) => /^relay\/src\/(booking|patients|voice|messaging|calls|onboarding|desk|outbox|store)\//.test(file))
    const offenders = verbs.filter((file) => /Date\.now\(\)|new Date\(\)/.test(readFileSync(join(root, file), 'utf8')))
    expect(offenders).toEqual(['relay/src/store/migrate.ts'])
  })
})

function isTypeOnly({ from, to }: Import): boolean {
  const text = readFileSync(join(root, from), 'utf8')
  const name = to.split('/').at(-1)!
  const lines = text.split('\n').filter((line) => line.includes(`/${name}'`))
  return lines.length > 0 && lines.every((line) => /^(import|export) type /.test(line))
}

function findCircle(graph: Map<string, Import[]>): string | null {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ')
    if (done.has(file) || !statSync(join(root, file), { throwIfNoEntry: false })) return null
    path.push(file)
    for (const { to } of graph.get(file) ?? []) {
      const circle = visit(to)
      if (circle) return circle
    }
    path.pop()
    done.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const circle = visit(file)
    if (circle) return circle
  }
  return null
}
