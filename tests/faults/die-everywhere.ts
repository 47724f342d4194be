import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Fault } from '../support/kill-at.ts'
import type { RelayProcess } from '../support/relay-process.ts'
import type { Lab, LabPractice } from './fault-lab.ts'
import { expectWholeBooks } from './whole-books.ts'

/** Something asked of the relay, and how to ask for it again. */
export type Scenario<S> = {
  /** Brings a practice to the moment before, with a relay that works. */
  prepare(practice: LabPractice): Promise<S>
  /** Asks as the sender does, with the same key each time. Null when no answer came. */
  act(state: S, practice: LabPractice): Promise<unknown>
  /** Which of the recorded points this test is about. */
  covers(point: string, nth: number): boolean
  /** How long until every covered point is passed, where that is longer than the dispatcher's own second. */
  passesWithinMs?: number
  /** What holds in the end, beside whole books. */
  check(state: S, practice: LabPractice): Promise<void>
}

/** The dispatcher looks at the outbox every second, so each of its points is passed by then. */
const DIES_WITHIN_MS = 2_500
const TRIES = 5

/** Each place a run passed, by name and the how-manyth time it was passed. */
export function faultsOf(points: string[], covers: (point: string, nth: number) => boolean): Fault[] {
  const counts = new Map<string, number>()
  return points.flatMap((point) => {
    const nth = (counts.get(point) ?? 0) + 1
    counts.set(point, nth)
    return covers(point, nth) ? [{ point, nth }] : []
  })
}

/** Runs the scenario once to learn every point it passes, then once per point with a relay that dies there, is started again, and is
 *  asked again. The labs share the work. Returns the points. */
export async function dieEverywhere<S>(labs: Lab[], scenarioIn: (lab: Lab) => Scenario<S>): Promise<string[]> {
  const first = labs[0]!
  const faults = faultsOf(await recordUnshared(first, scenarioIn(first)), scenarioIn(first).covers)
  const left = [...faults]
  const work = async (lab: Lab) => {
    if (lab !== first) await lab.start()
    for (let fault = left.shift(); fault; fault = left.shift()) await explained(fault, dieAt(lab, scenarioIn(lab), fault))
  }
  await Promise.all(labs.map(work))
  return faults.map(({ point }) => point)
}

async function explained(fault: Fault, run: Promise<void>): Promise<void> {
  try {
    await run
  } catch (error) {
    throw new Error(`killed at ${fault.point} (${fault.nth}): ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** Work of the relay's own may share a commit with the request, whose own commit is then not seen: recorded again. */
async function recordUnshared<S>(lab: Lab, scenario: Scenario<S>): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    const points = await recordPoints(lab, scenario)
    if (attempt === TRIES || !points.includes('batch:commit')) return points
  }
}

async function recordPoints<S>(lab: Lab, scenario: Scenario<S>): Promise<string[]> {
  const practice = await lab.addPractice()
  const relay = await lab.start()
  const state = await scenario.prepare(practice)
  await relay.record()
  const answer = await scenario.act(state, practice)
  await lab.settle(practice.id)
  const points = await relay.reached()
  expect(answer).not.toBeNull()
  await expectFinished(lab, scenario, state, practice)
  return points
}

async function dieAt<S>(lab: Lab, scenario: Scenario<S>, fault: Fault): Promise<void> {
  const { practice, state, first } = await actUntilDeath(lab, scenario, fault)
  await lab.expireLeases(practice.id)
  await lab.start()
  const again = await scenario.act(state, practice)
  expect(again, 'the repeat is answered').not.toBeNull()
  if (first !== null) expect(again).toEqual(first)
  expect(await scenario.act(state, practice)).toEqual(again)
  await lab.settle(practice.id)
  await expectFinished(lab, scenario, state, practice)
}

/** A request that shares its commit passes other points than the recorded ones: tried again. */
async function actUntilDeath<S>(lab: Lab, scenario: Scenario<S>, fault: Fault) {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const practice = await lab.addPractice()
    const relay = lab.relay()
    const state = await scenario.prepare(practice)
    await relay.arm(fault)
    const first = await scenario.act(state, practice)
    if ((await deathOf(relay, scenario.passesWithinMs)) === 'SIGKILL') return { practice, state, first }
  }
  throw new Error('the relay never passed this point again')
}

/** The signal that ended it; null when it goes on. */
export async function deathOf(relay: RelayProcess, withinMs = DIES_WITHIN_MS): Promise<string | null> {
  const ended = await Promise.race([relay.ended, sleep(withinMs, null, { ref: false })])
  return ended && (ended.signal ?? `exit ${ended.code}: ${relay.log()}`)
}

async function expectFinished<S>(lab: Lab, scenario: Scenario<S>, state: S, practice: LabPractice): Promise<void> {
  await scenario.check(state, practice)
  await expectWholeBooks(lab, practice)
}
