import { cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { mainConfig } from './vite.main.config.ts'
import { preloadConfig } from './vite.preload.config.ts'
import { rendererConfig } from './vite.renderer.config.ts'

const folder = import.meta.dirname
const configs = { main: mainConfig, preload: preloadConfig, renderer: rendererConfig }
type Part = keyof typeof configs
const PARTS = Object.keys(configs) as Part[]

/** Builds main, preload and window (or the parts named) into `dist`, and lays the icons beside them. */
export async function buildDesk(parts: readonly Part[] = PARTS): Promise<void> {
  process.env.NODE_ENV = 'production'
  await Promise.all(parts.map(buildPart))
  await cp(join(folder, 'icons'), join(folder, 'dist/icons'), { recursive: true, filter: (path) => !path.endsWith('.svg') })
}

/** Built aside and then put in place, so that a desk started meanwhile finds the old one or the new one, and a failed build leaves the old. */
async function buildPart(part: Part): Promise<void> {
  const aside = join(folder, `dist/.${part}-${process.pid}`)
  const place = join(folder, 'dist', part)
  const config = configs[part]
  try {
    await build({ ...config, build: { ...config.build, outDir: aside } })
    await rm(place, { recursive: true, force: true })
    await rename(aside, place)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const named = PARTS.filter((part) => process.argv.includes(part))
  await buildDesk(named.length ? named : PARTS)
}
