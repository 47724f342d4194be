import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

const folder = import.meta.dirname

/** The window's page. Nothing is inlined and nothing is fetched: its content policy allows its own files only. */
export const rendererConfig: InlineConfig = {
  configFile: false,
  root: join(folder, 'src/renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: join(folder, 'dist/renderer'),
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { input: join(folder, 'src/renderer/index.html') },
  },
}
