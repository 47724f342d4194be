/** What went wrong, in words for the person at the page. */
export class Trouble extends Error {}

const DOWN = 'The sandbox is not answering. What you see may be out of date.'

async function ask(path, options) {
  let answer
  try {
    answer = await fetch(`api/${path}`, { signal: AbortSignal.timeout(60_000), ...options })
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
export const loadState = (phone, to) => ask(`state?phone=${encodeURIComponent(phone ?? '')}&to=${encodeURIComponent(to ?? '')}`)
export const sendText = (text) => post('text', text)
export const startCall = (from, to, isHidden) => post('call', { from, isHidden, ...(to && { to }) })
export const say = (id, text) => post(`call/${id}/say`, { text })
export const hangUp = (id) => post(`call/${id}/end`)
export const setFaults = (faults) => post('faults', faults)
export const changeOutside = (change) => post('outside', change)
export const release = () => post('release')
