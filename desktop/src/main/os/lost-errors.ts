import { codeOf } from './report.ts'

/** Errors nobody caught: Electron would show them whole, with whatever patient's name their text holds. They are noted by their code, and
 *  the desk goes on: what it keeps is changed in transactions only. */
export function hearLostErrors(report: (where: string, code: string) => void): void {
  process.on('unhandledRejection', (error) => report('lost promise', codeOf(error)))
  process.on('uncaughtException', (error) => report('lost error', codeOf(error)))
  // Started from a terminal that was closed since: noting that would fail in the same way, for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
