import { afterAll, beforeAll, expect, test } from 'vitest'
import { dieEverywhere } from './die-everywhere.ts'
import { closeLabs, type Lab, openLabs } from './fault-lab.ts'
import { getNumber, takeNumberBack } from './onboarding-scenarios.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

/** After every single request to a vendor and after every commit; inside a transaction, where all is rolled back, once for each
 *  statement of the longest one. */
const isTelling = (point: string, nth: number) => nth === 1 || /:(after|committed)$/.test(point)

test('a relay killed anywhere while it gets a number has bought it once, and nothing is left over', async () => {
  const covers = (point: string, nth: number) => /^onboarding(\.start:c|-begin:c|-stored|:)/.test(point) && isTelling(point, nth)
  const points = await dieEverywhere(labs, (lab) => ({ ...getNumber(lab), covers }))
  expect(points).toEqual(expect.arrayContaining(['onboarding.start:commit', 'onboarding-stored:committed']))
  for (const step of ['buy', 'service', 'import', 'assistant', 'link', 'addresses', 'verify'])
    expect(points, step).toContain(`onboarding:${step}:after`)
})

test('a relay killed anywhere while it takes a number back leaves nothing anywhere', async () => {
  const covers = (point: string, nth: number) => /^onboarding(\.undo:c|-begin:c|-undone|:undo)/.test(point) && isTelling(point, nth)
  const points = await dieEverywhere(labs, (lab) => ({ ...takeNumberBack(lab), covers }))
  expect(points).toEqual(expect.arrayContaining(['onboarding.undo:commit', 'onboarding-undone:committed']))
  for (const step of ['assistant', 'import', 'service', 'buy']) expect(points, step).toContain(`onboarding:undo-${step}:after`)
})
