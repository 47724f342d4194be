import { type DialogEffect, effects } from '../effects.ts'
import { guarded } from './guard.ts'

type Open = { effect: DialogEffect; resolve(answer: unknown): void }
const open: Open[] = []
const prepared: unknown[] = []

/** A test answers the oldest open dialog, or the next one to come. */
export function answerDialog(answer: unknown): void {
  const waiting = open.shift()
  if (!waiting) prepared.push(answer)
  else settle(waiting, answer)
}

function settle({ effect, resolve }: Open, answer: unknown): void {
  effect.state = 'answered'
  effect.answer = answer
  resolve(answer)
}

/** Like a person who has not looked yet, a dialog without an answer stays open. */
function ask(kind: string, args: unknown[]): Promise<unknown> {
  const effect: DialogEffect = { kind, options: plain(args.at(-1)), state: 'open' }
  effects.dialogs.push(effect)
  return new Promise((resolve) => {
    if (prepared.length > 0) settle({ effect, resolve }, prepared.shift())
    else open.push({ effect, resolve })
  })
}

function askNow(kind: string, args: unknown[]): unknown {
  const effect: DialogEffect = { kind, options: plain(args.at(-1)), state: 'open' }
  effects.dialogs.push(effect)
  if (prepared.length === 0) throw new Error(`the stand-in has no answer for ${kind}, which cannot wait for one`)
  settle({ effect, resolve: () => {} }, prepared.shift())
  return effect.answer
}

const plain = (options: unknown) => JSON.parse(JSON.stringify(options ?? null))

async function message(...args: unknown[]) {
  const answer = (await ask('messageBox', args)) as number | { response: number; checkboxChecked?: boolean }
  return typeof answer === 'number' ? { response: answer, checkboxChecked: false } : { checkboxChecked: false, ...answer }
}

export const dialog = guarded('dialog', {
  showMessageBox: message,
  showMessageBoxSync: (...args: unknown[]) => askNow('messageBoxSync', args) as number,
  showErrorBox(title: string, content: string): void {
    effects.dialogs.push({ kind: 'errorBox', options: { title, content }, state: 'answered' })
  },
  async showSaveDialog(...args: unknown[]) {
    const filePath = ((await ask('saveDialog', args)) as string | null) ?? ''
    return { canceled: filePath === '', filePath }
  },
  async showOpenDialog(...args: unknown[]) {
    const filePaths = ((await ask('openDialog', args)) as string[] | null) ?? []
    return { canceled: filePaths.length === 0, filePaths }
  },
})
