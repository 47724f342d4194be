import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { joinWorlds } from './bridge.ts'
import { shiftClock } from './clock.ts'
import { preparePage } from './page-world.ts'
import { type PreloadConfig, runPreload } from './preload-world.ts'
import { decodeWire, encodeWire } from './wire.ts'

const inMainFrame = (body: string) => `if (window === window.top) {\n${body}\n}`

/** The script for the page's own world. */
export function pageScript(secret: string, timeOffsetMs: number): string {
  return `(${shiftClock})(${timeOffsetMs});\n${inMainFrame(`(${preparePage})((${joinWorlds})('page', '${secret}'))`)}`
}

/** The script for the preload's world: the preload wrapped as a CommonJS function. Throws a `SyntaxError` when it cannot be parsed. */
export function preloadScript(secret: string, timeOffsetMs: number, preload: string | undefined, config: PreloadConfig): string {
  const names = 'require, module, exports, process, Buffer, setImmediate, clearImmediate, global'
  const wrapped = `function (${names}) {\n${preload ? readFileSync(preload, 'utf8') : ''}\n}`
  new Script(`(${wrapped})`, { filename: preload ?? 'no preload' })
  const run = `(${runPreload})(${JSON.stringify(config)}, (${joinWorlds})('preload', '${secret}'), ${encodeWire}, ${decodeWire}, ${wrapped})`
  return `(${shiftClock})(${timeOffsetMs});\n${inMainFrame(run)}`
}
