import { join } from 'node:path'
import type { InlineConfig } from 'vite'

const folder = import.meta.dirname

/** The main process as ES modules. Everything but Electron, Node and the native SQLite is bundled, so that a package needs no other
 *  folder of dependencies. */
export const mainConfig: InlineConfig = {
  configFile: false,
  root: folder,
  logLevel: 'warn',
  define: { DOCS_SITE: JSON.stringify(process.env.DENTALANSWER_DOCS_URL ?? null) },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3-multiple-ciphers'] },
  build: {
    ssr: true,
    outDir: join(folder, 'dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // The worker is started by its name beside the main file.
      input: { main: join(folder, 'src/main/main.ts'), 'cache-worker': join(folder, 'src/main/cache/cache-worker.ts') },
      external: ['electron', 'better-sqlite3-multiple-ciphers', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}
