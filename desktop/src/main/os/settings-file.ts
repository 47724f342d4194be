import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Preferences, PreferencesChange } from '../../ipc/preferences.ts'
import { type WindowState, WindowState as WindowStateSchema } from '../window/window-state.ts'
import { writeFileWhole } from './write-file-whole.ts'

export type Settings = { preferences: Preferences; window: WindowState | null }

export type SettingsFile = {
  read(): Settings
  changePreferences(change: PreferencesChange): Preferences
  keepWindow(window: WindowState): void
  /** Resolves when everything changed so far is on the disk. */
  written(): Promise<void>
}

/** What this desk remembers besides the practice's data. A damaged file costs only what is damaged in it. */
export function openSettings(folder: string, report: (where: string, code: string) => void): SettingsFile {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'settings.json')
  let settings = readSettings(file)
  let writing = Promise.resolve()

  function keep(next: Settings): void {
    settings = next
    const text = `${JSON.stringify(next, null, 2)}\n`
    writing = writing
      .then(() => writeFileWhole(file, text, 0o600))
      .catch((error: NodeJS.ErrnoException) => report('settings', error.code ?? 'UNEXPECTED'))
  }

  return {
    read: () => settings,
    changePreferences(change) {
      const wanted = Object.entries(PreferencesChange.parse(change)).filter(([, value]) => value !== undefined)
      keep({ ...settings, preferences: { ...settings.preferences, ...Object.fromEntries(wanted) } })
      return settings.preferences
    },
    keepWindow: (window) => keep({ ...settings, window }),
    written: () => writing,
  }
}

function readSettings(file: string): Settings {
  const raw = looseObject(readJson(file))
  return { preferences: soundPreferences(looseObject(raw.preferences)), window: WindowStateSchema.safeParse(raw.window).data ?? null }
}

function soundPreferences(raw: Record<string, unknown>): Preferences {
  const sound = Object.entries(Preferences.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(raw[name])
    return parsed.success ? [[name, parsed.data]] : []
  })
  return Preferences.parse(Object.fromEntries(sound))
}

function looseObject(value: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).safeParse(value).data ?? {}
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Not there yet, or damaged: the same as empty.
    return null
  }
}
