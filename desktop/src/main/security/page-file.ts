import { join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
}

/** The file of `folder` that a path of the page means, with its content type. Null for anything outside the folder, hidden, or of a
 *  type the page has no use for. */
export function pageFile(folder: string, urlPath: string): { file: string; type: string } | null {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    // Not a path at all: a lone percent sign.
    return null
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':')) return null
  if (path.split('/').some((part) => part.startsWith('.'))) return null
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
  const file = normalize(join(folder, path))
  return type && file.startsWith(folder + sep) ? { file, type } : null
}
