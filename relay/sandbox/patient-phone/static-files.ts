import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const FILES: Record<string, string> = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'api.js': 'text/javascript; charset=utf-8',
  'call-view.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'faults-view.js': 'text/javascript; charset=utf-8',
  'people-view.js': 'text/javascript; charset=utf-8',
  'thread-view.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
}

/** The page and its parts, exactly these files, under a policy that lets nothing in from elsewhere. */
export const staticFiles = () =>
  new Hono()
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          connectSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
        referrerPolicy: 'no-referrer',
        xFrameOptions: 'DENY',
        // Served without TLS on this machine only.
        strictTransportSecurity: false,
      }),
    )
    .get('/', async (c) => c.html(await fileText('page.html')))
    .get('/:file', async (c, next) => {
      const type = FILES[c.req.param('file')]
      if (type === undefined) return next()
      return c.body(await fileText(c.req.param('file')), 200, { 'content-type': type, 'cache-control': 'no-cache' })
    })

const fileText = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
