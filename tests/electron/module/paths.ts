import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { appState } from './app-state.ts'

const home = homedir()
const given = new Map<string, string>()

function appData(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(home, 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME ?? join(home, '.config')
}

/** Electron reads `--user-data-dir` before the app's own code runs. */
function userDataArgument(): string | null {
  const argument = process.argv.find((one) => one.startsWith('--user-data-dir='))
  return argument ? resolve(argument.slice('--user-data-dir='.length)) : null
}

const places: Record<string, () => string> = {
  home: () => home,
  appData,
  userData: () => userDataArgument() ?? join(appData(), appState.packageName),
  sessionData: () => appPaths.get('userData'),
  temp: tmpdir,
  exe: () => process.execPath,
  module: () => process.execPath,
  assets: () => appState.appPath,
  desktop: () => join(home, 'Desktop'),
  documents: () => join(home, 'Documents'),
  downloads: () => join(home, 'Downloads'),
  music: () => join(home, 'Music'),
  pictures: () => join(home, 'Pictures'),
  videos: () => join(home, 'Videos'),
  logs: () => join(appPaths.get('userData'), 'logs'),
  crashDumps: () => join(appPaths.get('userData'), 'Crashpad'),
}

export const appPaths = {
  get(name: string): string {
    const place = places[name]
    if (!place) throw new Error(`Failed to get '${name}' path`)
    return given.get(name) ?? place()
  },
  set(name: string, path: string): void {
    if (!places[name]) throw new Error(`Failed to set path`)
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    if ((name === 'userData' || name === 'sessionData') && appState.isReady)
      throw new Error(`the stand-in cannot move ${name} after the app is ready`)
    given.set(name, path)
  },
}
