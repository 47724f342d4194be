import { effects } from '../effects.ts'
import { guarded } from './guard.ts'

const parameters: Record<string, string> = {}

/** Remembers what it was told; there are no crashes of a real process to report. */
export const crashReporter = guarded('crashReporter', {
  start(options: Record<string, unknown>): void {
    effects.crashReporter = { ...options }
  },
  getLastCrashReport: () => null,
  getUploadedReports: () => [],
  getUploadToServer: () => effects.crashReporter?.uploadToServer === true,
  setUploadToServer(isUploading: boolean): void {
    effects.crashReporter = { ...effects.crashReporter, uploadToServer: isUploading }
  },
  addExtraParameter(key: string, value: string): void {
    parameters[key] = value
  },
  removeExtraParameter(key: string): void {
    delete parameters[key]
  },
  getParameters: () => ({ ...parameters }),
})
