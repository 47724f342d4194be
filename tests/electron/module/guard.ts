import { EventEmitter } from 'node:events'

/** Names that JavaScript itself, Node or a debugger asks any object for. */
const ASKED_OF_ANY_OBJECT = new Set(['then', 'toJSON', 'constructor', 'inspect', 'domain', 'nodeType', '$$typeof', 'asymmetricMatch'])

/** An object that throws when something is used that the stand-in lacks, so that nothing is silently left undone. */
export function guarded<T extends object>(name: string, target: T, absent: readonly string[] = []): T {
  const isKnown = (key: string | symbol) =>
    typeof key === 'symbol' || key in target || key.startsWith('_') || ASKED_OF_ANY_OBJECT.has(key) || absent.includes(key)
  const unknown = (key: string | symbol) => new Error(`the stand-in does not know ${name}.${String(key)}`)
  return new Proxy(target, {
    get(object, key, receiver) {
      if (!isKnown(key)) throw unknown(key)
      return Reflect.get(object, key, receiver)
    },
    set(object, key, value, receiver) {
      if (!isKnown(key)) throw unknown(key)
      return Reflect.set(object, key, value, receiver)
    },
  })
}

/** An event emitter of the stand-in, guarded. */
export class GuardedEmitter extends EventEmitter {
  constructor(name: string, absent: readonly string[] = []) {
    super()
    // biome-ignore lint/correctness/noConstructorReturn: the proxy has to be `this` in every subclass
    return guarded(name, this, absent)
  }
}

/** A whole part of Electron the stand-in lacks: any use of it throws. */
export function missing(name: string): never {
  const fail = () => {
    throw new Error(`the stand-in does not know ${name}`)
  }
  return new Proxy(fail, {
    get: (target, key) => (typeof key === 'symbol' ? Reflect.get(target, key) : fail()),
    construct: fail,
    apply: fail,
  }) as never
}

export type PreventableEvent = { preventDefault(): void; defaultPrevented: boolean }

/** An event whose listeners may call `preventDefault()`. */
export function preventable<T extends object>(more: T): PreventableEvent & T {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}
