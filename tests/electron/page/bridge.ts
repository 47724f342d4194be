// Sent to the browser as text: stands alone.

export type Bridge = { expose(key: string, api: unknown): void; give(name: string, value: unknown): void; given: Record<string, unknown> }
type Tree = { k: string; v?: unknown; id?: number; items?: unknown[]; from?: string }

/** One end of the context bridge. Both JavaScript worlds of a page share its DOM, so calls cross as events on the document under a
 *  name that only the two ends know, and return before the caller goes on. Values cross by Electron's rules: functions and promises
 *  as stand-ins, plain objects and arrays as copies, errors by message, the rest by structured clone. */
export function joinWorlds(own: 'page' | 'preload', secret: string): Bridge {
  const peer = own === 'page' ? 'preload' : 'page'
  const { document } = window
  const listen = EventTarget.prototype.addEventListener.bind(document)
  const forget = EventTarget.prototype.removeEventListener.bind(document)
  const dispatch = EventTarget.prototype.dispatchEvent.bind(document)
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const originals = new WeakMap<object, number>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const given: Record<string, unknown> = {}
  let lastId = 0
  let lastCall = 0

  listen(`${secret}:${own}`, (event) => {
    const { call, message } = (event as CustomEvent).detail
    dispatch(new CustomEvent(`${secret}:${peer}:${call}`, { detail: answered(message) }))
  })
  return {
    expose: (key, api) => ask({ op: 'expose', key, tree: toTree(api) }),
    give: (name, value) => ask({ op: 'give', name, tree: toTree(value) }),
    given,
  }

  function ask(message: unknown): unknown {
    const name = `${own}-${++lastCall}`
    let answer: { ok: boolean; tree: Tree } | null = null
    const onAnswer = (event: Event) => {
      answer = (event as CustomEvent).detail
    }
    listen(`${secret}:${own}:${name}`, onAnswer)
    dispatch(new CustomEvent(`${secret}:${peer}`, { detail: { call: name, message } }))
    forget(`${secret}:${own}:${name}`, onAnswer)
    if (!answer) throw new Error('An object could not be cloned.')
    const { ok, tree } = answer as { ok: boolean; tree: Tree }
    if (!ok) throw fromTree(tree)
    return fromTree(tree)
  }

  // biome-ignore lint/suspicious/noExplicitAny: four shapes of message, written and read in this function only
  function answered(message: any): { ok: boolean; tree: Tree } {
    try {
      return { ok: true, tree: toTree(handled(message)) }
    } catch (error) {
      return { ok: false, tree: toTree(error instanceof Error ? error : new Error(String(error))) }
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  function handled(message: any): unknown {
    if (message.op === 'call') return functions.get(message.id)!(...(fromTree(message.tree) as unknown[]))
    if (message.op === 'settle') return settle(message.id, message.ok, message.tree)
    if (message.op === 'give') given[message.name] = fromTree(message.tree)
    if (message.op === 'expose') show(message.key, message.tree)
    return undefined
  }

  function show(key: string, tree: Tree): void {
    if (Object.hasOwn(window, key)) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
    Object.defineProperty(window, key, { value: frozen(fromTree(tree)), enumerable: true, writable: false, configurable: false })
  }

  function frozen(value: unknown): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || ArrayBuffer.isView(value)) return value
    for (const key of Reflect.ownKeys(value)) if (key !== 'prototype') frozen((value as Record<string | symbol, unknown>)[key])
    return Object.freeze(value)
  }

  function settle(id: number, ok: boolean, tree: Tree): undefined {
    const waiting = promises.get(id)
    promises.delete(id)
    if (ok) waiting?.resolve(fromTree(tree))
    else waiting?.reject(fromTree(tree))
  }

  function toTree(value: unknown, depth = 0): Tree {
    if (depth > 1000)
      throw new Error('Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.')
    if (typeof value === 'function') return functionTree(value as (...args: unknown[]) => unknown)
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return { k: 'v', v: value }
    if (value instanceof Promise) return promiseTree(value)
    if (value instanceof Error) return { k: 'e', v: value.message }
    if (Array.isArray(value)) return { k: 'a', items: value.map((one) => toTree(one, depth + 1)) }
    if (Object.prototype.toString.call(value) === '[object Object]')
      return { k: 'o', items: Object.keys(value).map((key) => [key, toTree((value as Record<string, unknown>)[key], depth + 1)]) }
    return { k: 'v', v: cloned(value) }
  }

  function cloned(value: unknown): unknown {
    try {
      return structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  function functionTree(value: (...args: unknown[]) => unknown): Tree {
    const original = originals.get(value)
    if (original !== undefined) return { k: 'f', id: original, from: peer }
    functions.set(++lastId, value)
    return { k: 'f', id: lastId, from: own }
  }

  function promiseTree(value: Promise<unknown>): Tree {
    const id = ++lastId
    const tell = (ok: boolean, result: unknown) => ask({ op: 'settle', id, ok, tree: toTree(result) })
    value.then(
      (result) => tell(true, result),
      (error) => tell(false, error),
    )
    return { k: 'p', id }
  }

  function fromTree(tree: Tree): unknown {
    if (tree.k === 'f') return functionFrom(tree)
    if (tree.k === 'p') return new Promise((resolve, reject) => promises.set(tree.id!, { resolve, reject }))
    if (tree.k === 'e') return new Error(tree.v as string)
    if (tree.k === 'a') return (tree.items as Tree[]).map(fromTree)
    if (tree.k === 'o') return Object.fromEntries((tree.items as [string, Tree][]).map(([key, one]) => [key, fromTree(one)]))
    return tree.v
  }

  function functionFrom({ id, from }: Tree): unknown {
    if (from === own) return functions.get(id!)
    const proxy = (...args: unknown[]) => ask({ op: 'call', id, tree: toTree(args) })
    originals.set(proxy, id!)
    return proxy
  }
}
