type SafeStorageKind = 'keychain' | 'basic_text' | 'none'
type ColorScheme = 'light' | 'dark'
type Size = { width: number; height: number }

function sizeFrom(text: string | undefined): Size | null {
  const [width, height] = (text ?? '').split('x').map(Number)
  return width && height ? { width, height } : null
}

/** What the machine is like, read once from the environment of the stand-in process. `launch.ts` writes these. */
export const settings = {
  safeStorage: (process.env.STANDIN_SAFE_STORAGE ?? 'keychain') as SafeStorageKind,
  colorScheme: (process.env.STANDIN_COLOR_SCHEME ?? 'light') as ColorScheme,
  hasReducedMotion: process.env.STANDIN_REDUCED_MOTION === '1',
  hasForcedColors: process.env.STANDIN_FORCED_COLORS === '1',
  timeOffsetMs: Number(process.env.STANDIN_TIME_OFFSET_MS ?? 0),
  isHeaded: process.env.STANDIN_HEADED === '1',
  hasNotifications: process.env.STANDIN_NOTIFICATIONS !== 'none',
  locale: process.env.STANDIN_LOCALE ?? 'en-US',
  windowSize: sizeFrom(process.env.STANDIN_WINDOW),
  display: sizeFrom(process.env.STANDIN_DISPLAY) ?? { width: 1920, height: 1080 },
}
