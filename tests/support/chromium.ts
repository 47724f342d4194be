import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Needed where the browser runs as root and without a display or an open network. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
]

/** An installed Chromium or Chrome, or null. `CHROMIUM_PATH` names another. */
export function findChromium(): string | null {
  const own = chromium.executablePath()
  return [process.env.CHROMIUM_PATH, ...INSTALLED, own].find((path): path is string => !!path && existsSync(path)) ?? null
}

/** Finds a browser or gets one: Debian's package as root, else Playwright's own download. Null when neither works. */
export function ensureChromium(): string | null {
  const found = findChromium()
  if (found) return found
  const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0
  if (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-color-emoji'])
  )
    return findChromium()
  run('npx', ['-y', 'playwright-core', 'install', 'chromium'])
  return findChromium()
}
