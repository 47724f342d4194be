import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const STYLES = ['tokens', 'page', 'people', 'handset', 'log', 'faults', 'narrow'].map((name) => `${name}.css`)
const SCRIPTS = ['api', 'call-view', 'dom', 'faults-view', 'outside-view', 'page', 'people-view', 'thread-view', 'words'].map(
  (name) => `${name}.js`,
)

const typeOf = (file: string): string | undefined => {
  if (STYLES.includes(file)) return 'text/css; charset=utf-8'
  return SCRIPTS.includes(file) ? 'text/javascript; charset=utf-8' : undefined
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
      const type = typeOf(c.req.param('file'))
      if (type === undefined) return next()
      return c.body(await fileText(c.req.param('file')), 200, { 'content-type': type, 'cache-control': 'no-cache' })
    })

const fileText = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
