import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { CALL_CHANNEL, ipc, PUSH_CHANNEL } from './src/ipc/contract.ts'

const folder = import.meta.dirname

/** The preload as one CommonJS file, the only form a sandboxed one may have. The contract's names are put in as text: the schemas
 *  behind them stay in main. */
export const preloadConfig: InlineConfig = {
  configFile: false,
  root: folder,
  logLevel: 'warn',
  define: {
    CALL_NAMES: JSON.stringify(Object.keys(ipc)),
    CALL_CHANNEL: JSON.stringify(CALL_CHANNEL),
    PUSH_CHANNEL: JSON.stringify(PUSH_CHANNEL),
  },
  build: {
    outDir: join(folder, 'dist/preload'),
    emptyOutDir: true,
    target: 'es2024',
    minify: false,
    reportCompressedSize: false,
    lib: { entry: join(folder, 'src/preload/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
}
