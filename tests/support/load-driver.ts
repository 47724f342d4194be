import { setTimeout as sleep } from 'node:timers/promises'

/** Something asked of a relay that may be dead just then. `act` asks with the same key each time; null means that no answer came. */
export type Deed = { what: string; act(): Promise<unknown> }
export type Done = { deed: Deed; answer: unknown }

export type LoadDriver = {
  /** Every deed that was answered, with the answer, oldest first. */
  done(): Done[]
  /** Finishes what is under way and begins nothing new. Throws when something is not answered any more. */
  stop(): Promise<void>
}

const ASK_AGAIN_MS = 30
const LAST_ANSWER_WITHIN_MS = 20_000

/** Keeps `width` askers busy. Each asks again, as vendors and desks do, until it is answered, and only then goes on to its next deed. */
export function driveLoad(options: { width: number; pauseMs: number; next(): Promise<Deed | null> }): LoadDriver {
  const done: Done[] = []
  let stopsAt = Number.POSITIVE_INFINITY
  const ask = async () => {
    while (stopsAt === Number.POSITIVE_INFINITY) {
      const deed = await options.next()
      if (deed) {
        let answer = await deed.act()
        for (; answer === null; answer = await deed.act()) {
          if (Date.now() > stopsAt + LAST_ANSWER_WITHIN_MS) throw new Error(`no answer to ${deed.what}`)
          await sleep(ASK_AGAIN_MS)
        }
        done.push({ deed, answer })
      }
      await sleep(Math.random() * 2 * options.pauseMs)
    }
  }
  const askers = Promise.all(Array.from({ length: options.width }, ask))
  // Reported by `stop`; without this a failure in between would end the test process.
  askers.catch(() => undefined)
  return {
    done: () => [...done],
    async stop() {
      stopsAt = Date.now()
      await askers
    },
  }
}
