import { app } from 'electron'
import { runDesk } from './run-desk.ts'
import { registerAppScheme } from './security/app-scheme.ts'
import { lockEveryContents } from './security/lock-contents.ts'
import { dataFolderIn } from './start-args.ts'

// All of this must happen before the app is ready, so nothing here may wait.
registerAppScheme()
app.enableSandbox()
lockEveryContents()
app.setAppUserModelId('com.dentalanswer.desk')

const folder = dataFolderIn(process.argv, app.isPackaged)
if (folder) app.setPath('userData', folder)

if (app.requestSingleInstanceLock()) void runDesk()
else app.quit()
