import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReadyNews } from './control.ts'
import { shiftClock } from './page/clock.ts'
import { settings } from './settings.ts'

// The stand-in process: node run-app.ts <desktop folder> [arguments of the app…]

shiftClock(settings.timeOffsetMs)
const folder = resolve(process.argv[2] ?? '.')
const packageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
lookLikeElectron()

const { appState } = await import('./module/app-state.ts')
appState.appPath = folder
appState.packageName = packageFile.productName ?? packageFile.name
appState.packageVersion = packageFile.version ?? ''

const { app } = await import('./module/app.ts')
const { startApp } = await import('./start-app.ts')
const { serveControls } = await import('./control-server.ts')
if (process.send) serveControls()

try {
  await import(pathToFileURL(join(folder, packageFile.main)).href)
} catch (error) {
  console.error('The main process could not be loaded:', error)
  process.exit(1)
}
if (!app._isQuitting()) {
  const chromium = await startApp()
  const ready: ReadyNews = { ready: { endpoint: chromium.endpoint, chromiumPid: chromium.process.pid! } }
  process.send?.(ready)
  app._makeReady()
}

function lookLikeElectron(): void {
  const standIn = new URL('./module/electron.ts', import.meta.url).href
  registerHooks({
    resolve(specifier, context, next) {
      if (/^electron(\/(main|common|renderer))?$/.test(specifier)) return { url: standIn, shortCircuit: true }
      return next(specifier, context)
    },
  })
  const version = (JSON.parse(readFileSync(join(import.meta.dirname, '../../desktop/package.json'), 'utf8')).devDependencies.electron ??
    '0.0.0') as string
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true, configurable: true })
  Object.defineProperty(process.versions, 'chrome', { value: '150.0.0.0', enumerable: true, configurable: true })
  const isPackaged = process.env.STANDIN_PACKAGED === '1'
  Object.assign(process, { type: 'browser', resourcesPath: join(folder, 'resources'), defaultApp: !isPackaged })
  process.argv = [process.execPath, ...(isPackaged ? [] : [folder]), ...process.argv.slice(3)]
}
