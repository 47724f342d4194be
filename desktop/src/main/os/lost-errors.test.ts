import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const script = `
import { hearLostErrors } from ${JSON.stringify(join(import.meta.dirname, 'lost-errors.ts'))}
hearLostErrors((where, code) => console.log(where + ': ' + code))
Promise.reject(Object.assign(new Error('Ana Garcia'), { code: 'ECONNRESET' }))
setTimeout(() => { throw new TypeError('Ana Garcia') }, 10)
setTimeout(() => console.log('goes on'), 50)`

const start = () => spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })

test('an error nobody caught is noted without its words, and the desk goes on', async () => {
  const child = start()
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(out.trim().split('\n')).toEqual(['lost promise: ECONNRESET', 'lost error: TypeError', 'goes on'])
  expect(errors).toBe('')
})

test('a terminal that was closed does not end it', async () => {
  const child = start()
  child.stdout.destroy()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
