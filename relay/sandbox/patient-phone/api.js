/** What went wrong, in words for the person at the page. */
export class Trouble extends Error {}

const DOWN = 'The sandbox is not answering. What you see may be out of date.'

async function ask(path, options) {
  let answer
  try {
    answer = await fetch(`api/${path}`, { signal: AbortSignal.timeout(30_000), ...options })
  } catch {
    throw new Trouble(DOWN)
  }
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  const body = isJson ? await answer.json() : null
  if (!answer.ok) throw new Trouble(body?.error ?? DOWN)
  return body
}

const post = (path, body = {}) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export const loadPeople = () => ask('people')
export const loadState = (phone) => ask(`state?phone=${encodeURIComponent(phone ?? '')}`)
export const sendText = (text) => post('text', text)
export const startCall = (from, isHidden) => post('call', { from, isHidden })
export const say = (id, text) => post(`call/${id}/say`, { text })
export const hangUp = (id) => post(`call/${id}/end`)
export const setFaults = (faults) => post('faults', faults)
export const release = () => post('release')
