import { app, dialog } from 'electron'
import { codeOf, report } from './report.ts'
import { startTrouble } from './start-trouble.ts'

let isEnding = false

/** Says why the desk cannot run and ends it. Staying would leave a program that nobody sees and that nothing can be done with. */
export function cannotRun(error: unknown): void {
  if (isEnding) return
  isEnding = true
  report('start', codeOf(error))
  dialog.showErrorBox('DentalAnswer cannot run', startTrouble(error))
  app.exit(1)
}
