import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file so that a crash leaves the old one or the new one, never a part. */
export async function writeFileWhole(file: string, text: string, mode: number): Promise<void> {
  const beside = `${file}.${process.pid}.new`
  const handle = await open(beside, 'w', mode)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
  await syncFolder(dirname(file))
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
