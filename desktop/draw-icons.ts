import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'icons')
const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))

const TOOTH =
  'M32 14c-5-4-15-4-18 5-3 8 1 14 3 21 1 5 2 12 6 12s4-6 5-10c1-3 2-5 4-5s3 2 4 5c1 4 1 10 5 10s5-7 6-12c2-7 6-13 3-21-3-9-13-9-18-5z'

/** The app's icon: a tooth on a rounded square with a speech tail. */
const app = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#0f766e" d="M14 2h36a12 12 0 0 1 12 12v30a12 12 0 0 1-12 12H30L18 63v-7h-4A12 12 0 0 1 2 44V14A12 12 0 0 1 14 2z"/><g transform="translate(7 4) scale(.78)"><path fill="#fff" d="${TOOTH}"/></g></svg>`
const tray = (mark: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="COLOUR" d="${TOOTH}"/>${mark}</svg>`
const dot = (colour: string) => `<circle cx="50" cy="50" r="12" fill="${colour}"/>`
const slash = '<path d="M10 56 56 10" stroke="COLOUR" stroke-width="7" stroke-linecap="round"/>'

const pictures: [name: string, size: number, svg: string][] = [
  ...[16, 32, 48, 64, 128, 256, 512, 1024].map((size): [string, number, string] => [`app-${size}`, size, app]),
  ...[1, 2].flatMap((scale): [string, number, string][] => {
    const name = (base: string) => (scale === 1 ? base : `${base}@2x`)
    const size = 22 * scale
    return [
      [name('tray'), size, tray('').replaceAll('COLOUR', '#5b6b70')],
      [name('tray-waiting'), size, tray(dot('#5b6b70')).replaceAll('COLOUR', '#5b6b70')],
      [name('tray-urgent'), size, tray('').replaceAll('COLOUR', '#d92d20')],
      [name('tray-offline'), size, tray(slash).replaceAll('COLOUR', '#5b6b70')],
    ]
  }),
  ['overlay', 32, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13" fill="#0f766e"/></svg>`],
  [
    'overlay-urgent',
    32,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#d92d20"/><path d="M16 7v11" stroke="#fff" stroke-width="4" stroke-linecap="round"/><circle cx="16" cy="24" r="2.4" fill="#fff"/></svg>`,
  ],
]

function draw(svg: string, size: number): Buffer {
  const work = mkdtempSync(join(tmpdir(), 'desk-icons-'))
  const page = join(work, 'page.html')
  const out = join(work, 'out.png')
  // A window can be no smaller than some hundred points, so the picture is cut out of a larger one by its own size on a whole page.
  writeFileSync(page, `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--default-background-color=00000000']
  const run = spawnSync(chromium!, [...flags, `--window-size=${size},${size}`, `--screenshot=${out}`, `file://${page}`])
  if (run.status !== 0) throw new Error(`Chromium could not draw: ${run.stderr}`)
  const png = readFileSync(out)
  rmSync(work, { recursive: true })
  return png
}

/** Windows' icon file: a table of whole PNGs. */
function icoOf(pngs: Buffer[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pngs.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pngs.length, 4)
  let offset = head.length
  pngs.forEach((png, at) => {
    const entry = 6 + 16 * at
    const size = png.readUInt32BE(16)
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pngs])
}

/** macOS's icon file: named chunks of whole PNGs. */
function icnsOf(chunks: [type: string, png: Buffer][]): Buffer {
  const parts = chunks.map(([type, png]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 8),
    4,
  )
  return Buffer.concat([head, ...parts])
}

if (!chromium) throw new Error('No Chromium was found to draw the icons with. Name one in CHROMIUM_PATH.')
const drawn = new Map(pictures.map(([name, size, svg]) => [name, draw(svg, size)]))
const png = (size: number) => drawn.get(`app-${size}`)!
writeFileSync(join(folder, 'app.svg'), `${app}\n`)
writeFileSync(join(folder, 'app.png'), png(512))
writeFileSync(join(folder, 'app.ico'), icoOf([16, 32, 48, 64, 128, 256].map(png)))
writeFileSync(
  join(folder, 'app.icns'),
  icnsOf([
    ['ic11', png(32)],
    ['ic12', png(64)],
    ['ic07', png(128)],
    ['ic08', png(256)],
    ['ic09', png(512)],
    ['ic10', png(1024)],
  ]),
)
for (const [name, bytes] of drawn) if (!name.startsWith('app-')) writeFileSync(join(folder, `${name}.png`), bytes)
