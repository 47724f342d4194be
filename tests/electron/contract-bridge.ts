import { describe, expect, test } from 'vitest'
import { ask, type FixtureWindow, failing, type Launcher, opener } from './fixture-page.ts'

declare const window: FixtureWindow

/** The half of the contract about the bridge between the page, the preload and the main process. */
export function describeBridgeContract(name: string, launch: Launcher): void {
  const open = opener(launch)

  describe(`${name}: the bridge`, () => {
    test('is frozen all through and cannot be replaced', async () => {
      const { page } = await open()
      const seen = await page.evaluate(() => {
        const { fixture } = window
        const attempt = (act: () => void) => {
          try {
            act()
            return 'done'
          } catch (error) {
            return (error as Error).name
          }
        }
        return {
          isFrozen: Object.isFrozen(fixture) && Object.isFrozen(fixture.nested) && Object.isFrozen(fixture.nested.list),
          redefine: attempt(() => Object.defineProperty(window, 'fixture', { value: 1 })),
          value: fixture.nested.list,
          platform: typeof fixture.platform,
          hasNode: fixture.hasNode,
        }
      })
      expect(seen).toEqual({ isFrozen: true, redefine: 'TypeError', value: [1, 2, { deep: true }], platform: 'string', hasNode: false })
    })

    test('passes functions, promises and results at once', async () => {
      const { page } = await open()
      const seen = await page.evaluate(() => {
        const { fixture } = window
        const heard: unknown[] = []
        fixture.keep!((value: unknown) => {
          heard.push(value)
          return 'answered'
        })
        return {
          sum: fixture.add!(1, 2),
          answer: fixture.callKept!({ a: [1] }),
          heard,
          promise: fixture.invoke!('echo') instanceof Promise,
        }
      })
      expect(seen).toEqual({ sum: 3, answer: 'answered', heard: [{ a: [1] }], promise: true })
    })

    test('passes errors by their message only', async () => {
      const { page } = await open()
      const seen = await page.evaluate(async () => {
        const { fixture } = window
        const caught = (error: Error & { code?: string }) => [error instanceof Error, error.message, error.code]
        const now = (() => {
          try {
            return fixture.fail!()
          } catch (error) {
            return caught(error as Error)
          }
        })()
        return [now, await (fixture.failLater!() as Promise<unknown>).catch(caught)]
      })
      expect(seen).toEqual([
        [true, 'refused', undefined],
        [true, 'refused later', undefined],
      ])
    })

    test('copies values and drops the methods of classes', async () => {
      const { page } = await open()
      const seen = await page.evaluate(() => {
        class Visit {
          day = 1
          move() {}
        }
        const { echo } = window.fixture
        const bytes = echo!(new Uint8Array([1, 2])) as Uint8Array
        const date = echo!(new Date(5)) as Date
        const map = echo!(new Map([[1, 2]])) as Map<number, number>
        return [
          bytes instanceof Uint8Array,
          bytes[1],
          date instanceof Date,
          +date,
          map.get(1),
          Object.keys(echo!(new Visit()) as object),
          typeof (echo!(new Visit()) as Visit).move,
        ]
      })
      expect(seen).toEqual([true, 2, true, 5, 2, ['day'], 'undefined'])
    })

    test('a preload cannot load Node modules', async () => {
      const { page } = await open()
      const message = await page.evaluate(() => {
        try {
          return window.fixture.requireFs!()
        } catch (error) {
          return (error as Error).message
        }
      })
      expect(message).toContain('module not found: fs')
    })
  })

  describe(`${name}: calls to the main process`, () => {
    test('dates, maps, sets, bytes, undefined and big numbers arrive as themselves', async () => {
      const { page } = await open()
      const kinds = await page.evaluate(() =>
        window.fixture.invoke!('kinds', {
          date: new Date(),
          map: new Map(),
          set: new Set(),
          bytes: new Uint8Array(2),
          none: undefined,
          big: 5n,
          list: [],
          nan: Number.NaN,
        }),
      )
      expect(kinds).toEqual({
        date: '[object Date]',
        map: '[object Map]',
        set: '[object Set]',
        bytes: '[object Uint8Array]',
        none: '[object Undefined]',
        big: '[object BigInt]',
        list: '[object Array]',
        nan: '[object Number]',
      })
    })

    test('and come back as themselves', async () => {
      const { page } = await open()
      const seen = await page.evaluate(async () => {
        const shared = { a: 1 }
        type Back = [Map<string, bigint>, Date, Uint8Array, undefined, string, unknown[]]
        const [map, date, bytes, none, one, pair] = (await window.fixture.invoke!(
          'echo',
          new Map([['k', 1n]]),
          new Date(7),
          new Uint8Array([9]),
          undefined,
          'ü',
          [shared, shared],
        )) as Back
        return [map.get('k') === 1n, +date, (bytes as Uint8Array)[0], none === undefined, one, pair.length]
      })
      expect(seen).toEqual([true, 7, 9, true, 'ü', 2])
    })

    test('a thrown error arrives as Electron words it, without its own properties', async () => {
      const { page } = await open()
      expect(await failing(page, 'fail')).toBe("Error: Error invoking remote method 'fail': RangeError: too far")
      expect(await failing(page, 'nobody')).toBe("Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'")
      const code = await page.evaluate(() =>
        (window.fixture.invoke!('fail') as Promise<unknown>).catch((error) => [typeof error.code, error.name]),
      )
      expect(code).toEqual(['undefined', 'Error'])
    })

    test('functions cannot be sent in either direction', async () => {
      const { page } = await open()
      expect(await page.evaluate(() => (window.fixture.sendFunction!() as Promise<unknown>).then(() => 'sent', String))).toContain(
        'An object could not be cloned',
      )
      expect(await failing(page, 'give-function')).toContain('An object could not be cloned')
    })

    test('the handler knows who asks', async () => {
      const { page } = await open()
      const sender = await ask(page, 'sender')
      expect(sender).toEqual({
        url: 'app://desk/index.html',
        origin: 'app://desk',
        parent: null,
        isWindow: true,
        ids: ['number', 'number'],
      })
    })

    test('what the main process sends is heard until the listener is taken off', async () => {
      const { page } = await open()
      const heard = await page.evaluate(async () => {
        const { on, send, invoke } = window.fixture
        const heard: unknown[] = []
        const stop = on!('pushed', (value: unknown, at: unknown) => heard.push(value, at instanceof Date)) as () => void
        send!('push-back', { n: 1 })
        await invoke!('echo')
        stop()
        send!('push-back', { n: 2 })
        await invoke!('echo')
        return heard
      })
      expect(heard).toEqual([{ n: 1 }, true])
    })
  })
}
