import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { writeFileWhole } from './write-file-whole.ts'

/** Asks where to put a file, in the person's documents to begin with, and writes it there for them alone. False when they chose not to. */
export async function saveFile(window: BrowserWindow | null, { name, text }: { name: string; text: string }): Promise<boolean> {
  const options = { defaultPath: join(app.getPath('documents'), name) }
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  if (canceled || !filePath) return false
  await writeFileWhole(filePath, text, 0o600)
  return true
}
