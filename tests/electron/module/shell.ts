import { effects } from '../effects.ts'
import { guarded } from './guard.ts'

/** Nothing is opened; what would have been is recorded. */
export const shell = guarded('shell', {
  async openExternal(url: string): Promise<void> {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    effects.openedExternally.push(url)
  },
  async openPath(path: string): Promise<string> {
    effects.openedPaths.push(path)
    return ''
  },
  showItemInFolder(path: string): void {
    effects.shownInFolder.push(path)
  },
  async trashItem(path: string): Promise<void> {
    effects.trashed.push(path)
  },
  beep(): void {
    effects.beeps++
  },
})
