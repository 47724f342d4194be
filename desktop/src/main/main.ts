import { app } from 'electron'
import { cannotRun } from './os/cannot-run.ts'
import { hearLostErrors } from './os/lost-errors.ts'
import { report } from './os/report.ts'
import { runDesk } from './run-desk.ts'
import { registerAppScheme } from './security/app-scheme.ts'
import { lockEveryContents } from './security/lock-contents.ts'
import { dataFolderIn } from './start-args.ts'

// All of this must happen before the app is ready, so nothing here may wait.
hearLostErrors(report)
registerAppScheme()
app.enableSandbox()
lockEveryContents()
app.setAppUserModelId('com.dentalanswer.desk')

const folder = dataFolderIn(process.argv, app.isPackaged)
if (folder) app.setPath('userData', folder)

if (app.requestSingleInstanceLock()) runDesk().catch(cannotRun)
else app.quit()
