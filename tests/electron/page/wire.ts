// Both functions are also sent to the browser as text, so each stands alone: no imports, nothing from outside its body.

/** A value as text, by the rules of structured clone (dates, maps, sets, bytes, undefined and shared references survive).
 *  Throws `An object could not be cloned.` for functions and other things that cannot be copied. */
export function encodeWire(value: unknown): string {
  const copy = cloned(value)
  const seen = new Map<object, number>()
  // It travels inside other JSON, where every quote and backslash would double at each level.
  const quiet = JSON.stringify(node(copy)).replaceAll('\x7f', '\\u007f').replaceAll('\x80', '\\u0080')
  return quiet.replaceAll('"', '\x7f').replaceAll('\\', '\x80')

  function cloned(original: unknown): unknown {
    try {
      return structuredClone(original)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  function node(item: unknown): unknown {
    if (item === null || typeof item === 'string' || typeof item === 'boolean') return item
    if (item === undefined) return ['u']
    if (typeof item === 'bigint') return ['b', String(item)]
    if (typeof item === 'number')
      return Number.isFinite(item) && !Object.is(item, -0) ? item : ['n', Object.is(item, -0) ? '-0' : String(item)]
    const known = seen.get(item as object)
    if (known !== undefined) return ['r', known]
    seen.set(item as object, seen.size)
    return objectNode(item as object)
  }

  function objectNode(item: object): unknown {
    if (Array.isArray(item)) return ['a', ...Array.from(item, node)]
    if (item instanceof Date) return ['d', item.getTime()]
    if (item instanceof RegExp) return ['x', item.source, item.flags]
    if (item instanceof Map) return ['m', ...[...item].flatMap(([key, one]) => [node(key), node(one)])]
    if (item instanceof Set) return ['s', ...[...item].map(node)]
    if (item instanceof ArrayBuffer) return ['t', 'ArrayBuffer', base64(new Uint8Array(item))]
    if (ArrayBuffer.isView(item)) return ['t', item.constructor.name, base64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength))]
    if (item instanceof Error) return ['e', item.name, item.message, item.stack ?? '']
    return ['o', ...Object.entries(item).flatMap(([key, one]) => [key, node(one)])]
  }

  function base64(bytes: Uint8Array): string {
    let text = ''
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    return btoa(text)
  }
}

/** The value that `encodeWire` wrote. */
export function decodeWire(text: string): unknown {
  const seen: unknown[] = []
  return value(JSON.parse(text.replaceAll('\x80', '\\').replaceAll('\x7f', '"')))

  function value(item: unknown): unknown {
    if (!Array.isArray(item)) return item
    const [tag, ...rest] = item
    if (tag === 'u') return undefined
    if (tag === 'b') return BigInt(rest[0])
    if (tag === 'n') return Number(rest[0])
    if (tag === 'r') return seen[rest[0]]
    return container(tag, rest)
  }

  function container(tag: string, rest: unknown[]): unknown {
    if (tag === 'd') return kept(new Date(rest[0] as number))
    if (tag === 'x') return kept(new RegExp(rest[0] as string, rest[1] as string))
    if (tag === 't') return kept(bytes(rest[0] as string, rest[1] as string))
    if (tag === 'e') return kept(error(rest as string[]))
    if (tag === 'a') return filled(kept([] as unknown[]), rest, 1, (list, [one]) => list.push(value(one)))
    if (tag === 's') return filled(kept(new Set()), rest, 1, (set, [one]) => set.add(value(one)))
    if (tag === 'm') return filled(kept(new Map()), rest, 2, (map, [key, one]) => map.set(value(key), value(one)))
    return filled(kept({}), rest, 2, (object, [key, one]) =>
      Object.defineProperty(object, key as string, { value: value(one), writable: true, enumerable: true, configurable: true }),
    )
  }

  function kept<T>(made: T): T {
    seen.push(made)
    return made
  }

  function filled<T>(made: T, rest: unknown[], step: number, put: (made: T, part: unknown[]) => unknown): T {
    for (let at = 0; at < rest.length; at += step) put(made, rest.slice(at, at + step))
    return made
  }

  function error([name, message, stack]: string[]): Error {
    const made = new Error(message)
    Object.defineProperty(made, 'name', { value: name, configurable: true, writable: true })
    Object.defineProperty(made, 'stack', { value: stack, configurable: true, writable: true })
    return made
  }

  function bytes(kind: string, encoded: string): unknown {
    const plain = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    if (kind === 'ArrayBuffer') return plain.buffer
    const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[kind]
    return View && kind !== 'Buffer' ? new View(plain.buffer) : plain
  }
}
